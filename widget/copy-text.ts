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
    const area = document.createElement("textarea");
    area.value = text;
    area.readOnly = true;
    area.className = "unseen";
    // Beside the button, because everything outside an open dialog is inert.
    button.after(area);
    area.select();
    const isCopied = document.execCommand("copy");
    area.remove();
    button.parentElement
      ?.querySelector<HTMLInputElement>("input,textarea")
      ?.select();
    return isCopied;
  }
}
