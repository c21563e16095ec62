/**
 * Codes that nothing is called any more, with the version that gave them up and why. They stay here for ever:
 * an old report or exception that names one must never mean something else.
 */
export const retiredCodes: Readonly<Record<string, string>> = {};
