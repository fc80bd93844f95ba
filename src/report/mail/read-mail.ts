/** A mail (RFC 5322, MIME) to a draft: a newsletter or a release that was sent, or a page that a browser saved as one file. */
import PostalMime, { type Email } from "postal-mime";
import { outletOfUrl } from "../../assets/outlets.ts";
import type { Diagnostic } from "../../record/diagnostic.ts";
import { articleDraft } from "../article/article-draft.ts";
import type { Draft } from "../draft.ts";
import { dateGiven, type Given } from "../given.ts";
import { readHtml } from "../html/read-html.ts";
import type { ReportOptions } from "../read-report.ts";

/** Parts in parts; letters that are forwarded again and again nest some ten deep. */
const DEEPEST = 50;

/** Where a browser notes which page it saved. */
const SAVED_FROM = ["snapshot-content-location", "content-location"];

export async function readMail(bytes: Uint8Array, options: ReportOptions): Promise<Draft> {
  const mail = await parsed(bytes);
  if (mail === undefined) {
    const message = "The mail cannot be taken apart: its parts nest too deep or its headers are too long.";
    return {
      text: "",
      blocks: [],
      facts: {},
      diagnostics: [{ code: "damaged-mail", severity: "error", message }],
    };
  }
  const url = savedFrom(mail);
  if (url !== undefined && mail.html !== undefined) {
    return readHtml(mail.html, { ...options, url: options.url ?? url });
  }
  const body = (mail.html ?? mail.text ?? "").trim();
  const draft = articleDraft(body, givenBy(mail));
  return {
    ...draft,
    diagnostics: [...draft.diagnostics, ...(body === "" ? [noText] : []), ...attachments(mail)],
  };
}

const noText: Diagnostic = { code: "no-text", severity: "error", message: "The mail holds no text." };

async function parsed(bytes: Uint8Array): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: DEEPEST });
  } catch {
    return undefined;
  }
}

function savedFrom({ headers }: Email): string | undefined {
  return headers.find(({ key, value }) => SAVED_FROM.includes(key) && /^https?:\/\//.test(value))?.value;
}

function givenBy({ subject, from, headers }: Email): Given {
  const host = from?.address?.split("@")[1];
  const listed = host === undefined ? undefined : outletOfUrl(`https://${host}`);
  const date = headers.find(({ key }) => key === "date")?.value;
  const day = date === undefined ? undefined : dateGiven(date);
  return {
    ...(subject !== undefined && { title: subject }),
    ...(listed !== undefined && { outlet: listed }),
    ...(listed === undefined && from !== undefined && from.name !== "" && { byline: from.name }),
    ...(day !== undefined && { published: day }),
  };
}

function attachments(mail: Email): readonly Diagnostic[] {
  const files = mail.attachments.filter(
    ({ disposition, related }) => disposition === "attachment" && !related,
  );
  if (files.length === 0) return [];
  const message = `The mail has ${files.length} ${files.length === 1 ? "attachment" : "attachments"} that ${files.length === 1 ? "was" : "were"} not read.`;
  return [{ code: "attachments-skipped", severity: "info", message }];
}
