/** The version of the time zone data that this Node brings with it, such as `2025c`. */
export function zoneDataVersion(): string {
  return process.versions.tz ?? 'unknown';
}
