/**
 * A model that notices which of some keys are read, so that what a rule found can be told apart from what it made of
 * kinds that are not all there.
 */
export function noticeReads<Model extends object>(
  model: Model,
  keys: ReadonlySet<string>,
): { readonly model: Model; hasRead(): boolean } {
  let hasRead = false;
  const watched = new Proxy(model, {
    get(target, key) {
      if (typeof key === 'string' && keys.has(key)) hasRead = true;
      return Reflect.get(target, key);
    },
  });
  return { model: watched, hasRead: () => hasRead };
}
