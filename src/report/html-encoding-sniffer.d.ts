declare module "html-encoding-sniffer" {
  /** Name of the character set by the sniffing algorithm of the HTML standard. */
  export default function sniffEncoding(
    bytes: Uint8Array,
    options?: { transportLayerEncodingLabel?: string; defaultEncoding?: string; xml?: boolean },
  ): string;
}
