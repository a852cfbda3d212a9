/** Nothing in this file says which API is meant, so how sure Faultbook is depends on the values alone. */

export class ApiError extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

export function isMissing(error: ApiError): boolean {
  return error.code === 5000;
}

export function report(error: ApiError): void {
  if (error.code === 4300 || error.code === 5300) {
    alert('Ask the owner of the account.');
  } else if (error.code === 4400) {
    setTimeout(() => location.reload(), 5000);
  }
}
