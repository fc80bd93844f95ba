/** A figure as a file of its own: SVG with its styles written into it, or PNG drawn from that. */

const STYLES = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-opacity",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "font-style",
  "letter-spacing",
  "text-anchor",
  "dominant-baseline",
  "paint-order",
] as const;

const NAMESPACE = "http://www.w3.org/2000/svg";
const MARGIN = 24;
const HEAD = 40;
const FOOT = 28;

function written(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of STYLES) {
    const value = style.getPropertyValue(name);
    if (value !== "") to.setAttribute(name, value);
  }
  for (const name of ["class", "tabindex", "role", "style"]) to.removeAttribute(name);
  for (const [i, child] of [...from.children].entries()) {
    const twin = to.children[i];
    if (twin) written(child, twin);
  }
}

function line(text: string, x: number, y: number, size: number, weight: number): SVGTextElement {
  const element = document.createElementNS(NAMESPACE, "text");
  const style = getComputedStyle(document.documentElement);
  const colours = getComputedStyle(document.body);
  const attributes = {
    x: String(x),
    y: String(y),
    "font-family": style.getPropertyValue("--serif"),
    "font-size": String(size),
    "font-weight": String(weight),
    fill: colours.color,
  };
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
}

export interface Frame {
  readonly title: string;
  readonly foot: string;
}

/** The figure with its title and source, on the colour of the paper. */
export function toSvg(
  figure: SVGSVGElement,
  { title, foot }: Frame,
): { svg: string; width: number; height: number } {
  const { width, height } = figure.getBoundingClientRect();
  const copy = figure.cloneNode(true) as SVGSVGElement;
  written(figure, copy);
  for (const hidden of copy.querySelectorAll("foreignObject, [data-screen-only]")) hidden.remove();
  copy.setAttribute("x", String(MARGIN));
  copy.setAttribute("y", String(HEAD));
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const whole = document.createElementNS(NAMESPACE, "svg");
  const [fullWidth, fullHeight] = [width + 2 * MARGIN, height + HEAD + FOOT];
  whole.setAttribute("xmlns", NAMESPACE);
  whole.setAttribute("viewBox", `0 0 ${fullWidth} ${fullHeight}`);
  whole.setAttribute("width", String(fullWidth));
  whole.setAttribute("height", String(fullHeight));
  const paper = document.createElementNS(NAMESPACE, "rect");
  paper.setAttribute("width", "100%");
  paper.setAttribute("height", "100%");
  paper.setAttribute("fill", getComputedStyle(document.body).backgroundColor);
  whole.append(paper, line(title, MARGIN, 26, 18, 700), copy, line(foot, MARGIN, fullHeight - 10, 11, 400));
  return { svg: new XMLSerializer().serializeToString(whole), width: fullWidth, height: fullHeight };
}

/** Hands a file to the reader. */
export function save(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Waits for the image alone: `decode` would wait for a frame too, which a busy browser may long not draw. */
function loadedImage(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error("the figure could not be drawn as a picture"));
    image.src = address;
  });
}

/** Twice the size on the screen, so that it can be printed. */
export async function toPng(svg: string, width: number, height: number): Promise<Blob> {
  const image = await loadedImage(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`);
  const canvas = document.createElement("canvas");
  canvas.width = width * 2;
  canvas.height = height * 2;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) =>
      blob ? resolve(blob) : reject(new Error("the figure is too large for a picture")),
    ),
  );
}
