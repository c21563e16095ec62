/** A whole number for a message, in groups of three digits whatever the locale is: `1,048,576`. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(?:[0-9]{3})+$)/g, ',');
}
