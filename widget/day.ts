/** A day in words, with its year where it is another one. */
export function day(language: string, at: number): string {
  const isThisYear = new Date(at).getFullYear() === new Date().getFullYear();
  return new Intl.DateTimeFormat(language, {
    ...(isThisYear ? {} : { year: "numeric" }),
    month: "long",
    day: "numeric",
  }).format(at);
}
