/** People who do not want to be known: only their first name is printed, and no photo of them. */

/** As much of a story as is needed here. */
interface Told {
  anonymous: boolean;
  drawing: boolean;
}

/** Whether the picture of a story stays unseen. A drawing on paper shows nobody. */
export const isHidden = ({ anonymous, drawing }: Told): boolean => anonymous && !drawing;

/** The first word of a name. */
export const firstNameOf = (person: string): string => person.split(/\s+/)[0] ?? person;

/** The words of a name that are not to be printed: all but the first. Single letters are left out. */
export const hiddenNames = (person: string): string[] =>
  person
    .split(/[\s-]+/)
    .slice(1)
    .filter(name => [...(name.replace(/\W/g, '') || name)].length > 1);

/** Whether a name may hold more than the first name without a space to tell them apart, as in Chinese, Japanese and Korean. */
export const mayHoldSurname = (person: string): boolean =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2,}$/u.test(firstNameOf(person));
