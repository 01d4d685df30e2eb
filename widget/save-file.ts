/** Saves something as a file, as a click on a download link would. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // Safari reads it a while after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
