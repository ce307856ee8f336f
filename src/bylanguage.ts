/** Formats and rules of a language: to make one takes longer than to use it a hundred times, so each language's is kept. */
export function byLanguage<T>(make: (language: string) => T): (language: string) => T {
  const made = new Map<string, T>();
  return language => {
    const known = made.get(language);
    if (known !== undefined) return known;
    const found = make(language);
    made.set(language, found);
    return found;
  };
}
