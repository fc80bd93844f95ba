/**
 * Stands for `zod` in what is built for a browser: the page reads what was checked when it was made, so that the schemas
 * of the record need not be sent along. Whatever is asked of a schema gives a schema again; nothing is checked.
 */
interface Schema {
  (...args: readonly unknown[]): Schema;
  readonly [name: string]: Schema;
}

export const z: Schema = new Proxy((() => z) as unknown as Schema, { get: () => z });
