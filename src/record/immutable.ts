/** The inferred type of a schema with every level made readonly: data that crosses a stage is never changed. */
export type Immutable<T> = T extends readonly (infer _)[]
  ? { readonly [K in keyof T]: Immutable<T[K]> }
  : T extends object
    ? { readonly [K in keyof T]: Immutable<T[K]> }
    : T;
