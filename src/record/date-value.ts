import { z } from "zod";
import { isEdtf } from "./edtf.ts";

/** A date, interval, set or duration as EDTF (ISO 8601-2): `2025-08-15`, `2025-08`, `2022-02/..`, `P3Y6M`. */
export const dateValueSchema = z
  .string()
  .refine(isEdtf, "not an EDTF value")
  .meta({ id: "Edtf", examples: ["2025-08-15", "2025-08-09/2025-08-10", "2025-08-11~", "P3Y6M"] });
