/** What the thread of HTTP and the thread of the press say to each other. */
import type { Agenda } from "../record/agenda.ts";
import type { OpenOptions } from "../workspace/workspace.ts";
import type { Press } from "./press.ts";
import type { RefusalStatus } from "./refusal.ts";

export type Method = keyof Press;

export interface Call {
  readonly id: number;
  readonly method: Method;
  readonly args: readonly unknown[];
}

/** The outcome of a call; trouble that is not the caller's comes as text. */
export interface Outcome {
  readonly id: number;
  readonly value?: unknown;
  readonly refused?: {
    readonly status: RefusalStatus;
    readonly detail: string;
    readonly errors?: readonly { readonly where: string; readonly what: string }[];
  };
  readonly broken?: string;
}

/** How the press thread is to open its workspace. */
export interface Opening {
  /** Path of a file, or `postgres://…`. */
  readonly db: string;
  /** Makes the workspace where there is none. */
  readonly create: boolean;
  readonly agenda?: Agenda;
  readonly aliases?: NonNullable<OpenOptions["aliases"]>;
}
