/** Whether the way to the server is refused for its certificate, or because the server has none. */
export function isOfCertificates(error: Error): boolean {
  const { code = "" } = error as NodeJS.ErrnoException;
  return (
    /CERT|^UNABLE_TO_|^ERR_OSSL_|^HOSTNAME_MISMATCH$|^INVALID_(CA|PURPOSE)$/.test(
      code,
    ) || /^The server does not support SSL/.test(error.message)
  );
}
