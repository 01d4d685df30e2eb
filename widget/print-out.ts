/** Prints a picture between lines of text on a page of its own, without a window of its own. */
export function printOut(
  title: string,
  picture: SVGElement,
  ...lines: string[]
): void {
  const frame = document.createElement("iframe");
  // What is not displayed is not printed either.
  frame.style.cssText = "position:fixed;width:0;height:0;border:0";
  document.body.append(frame);
  const page = frame.contentDocument;
  const view = frame.contentWindow;
  if (!page || !view) return;
  page.title = title;
  page.body.style.cssText =
    "font:16px/2 system-ui,sans-serif;text-align:center";
  const copy = picture.cloneNode(true) as SVGElement;
  copy.style.width = "70mm";
  page.body.append(
    ...[title, copy, ...lines].map((content) => {
      const line = page.createElement("p");
      line.append(content);
      return line;
    }),
  );
  view.onafterprint = () => frame.remove();
  view.print();
}
