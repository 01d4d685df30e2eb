/**
 * Copies a text, called straight from a click on a button. Answers false where
 * the browser refuses both ways; then the field before the button is selected.
 */
export async function copyText(
  text: string,
  button: Element,
): Promise<boolean> {
  try {
    // Absent on insecure origins, refused in frames without `clipboard-write`.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const { copyBySelection } = await import("./copy-by-selection.ts");
    return copyBySelection(text, button);
  }
}
