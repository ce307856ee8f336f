/** The words by which mini-stories are judged. All patterns see text with straight apostrophes. */

/** A language that is judged. */
export type Tongue = 'en' | 'cy';

interface Words {
  /** Somebody speaks for themselves. */
  person: RegExp;
  /** Somebody does so and says what they do: a sentence, for "my" alone makes none. */
  doer: RegExp;
  /** An organisation does it, at the beginning of the sentence. */
  hero: readonly RegExp[];
  /** What somebody is able to do, or does now. */
  ability: RegExp;
  jargon: RegExp;
  /** True when the sentence has a verb that says something of somebody. */
  verb(text: string): boolean;
}

/** Between letters of any script, where \b knows only those of English. */
const word = (alternatives: string, flags = 'iu') =>
  new RegExp(`(?<![\\p{L}\\p{M}])(?:${alternatives})(?![\\p{L}\\p{M}])`, flags);

const bodies =
  'partnership|service|services|council|councils|trust|trusts|library|libraries|colleges?|universit(?:y|ies)|organisations?|board|department|' +
  'hospitals?|authorit(?:y|ies)|company|consortium|alliance|management|leadership|desk|help desk|it desk|team|programme|project|system|platform';

const enVerbs =
  'is|are|was|were|am|be|has|have|had|do|does|did|can|could|will|would|may|might|must|should|gets?|got|goes|went|takes?|took|knows?|knew|' +
  "sees?|saw|says?|said|comes?|came|makes?|made|gives?|gave|feels?|felt|finds?|found|tells?|told|isn't|aren't|doesn't|don't|won't|can't|" +
  'answers?|works?|shares?|needs?|borrows?|sends?|calls?|starts?|stops?|looks?|learns?|finds?|writes?|brings?|keeps?|pays?|meets?|visits?|leaves?|arrives?|fix(?:es)?|helps?|offers?|provides?|uses?|asks?|calls?|rings?|walks?|opens?|costs?|saves?|waits?|reads?';
/** After one of these a verb has a doer; "to ring" and "more calls" have none. */
const enSubject = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:I|you|he|she|it|we|they|there|that|this|who|nobody|everybody|somebody|everyone|no one|someone|people|` +
    `(?:\\p{L}+s|staff)|(?:the|a|an|my|our|your|their|his|her|every|each|all|no|one) (?:[\\p{L}'-]+ ){0,3}?[\\p{L}'-]+)` +
    `(?: (?:now|always|never|also|still|no longer|finally|can now))? (?:${enVerbs})(?![\\p{L}\\p{M}])`,
  'iu',
);
/** Beginnings of phrases that no verb behind them makes a sentence. */
const enPhrase =
  /^(?:to (?!me\b)|being|having|knowing|getting|seeing|finding|more|no more|fewer|less|better|faster|easy|easier|single)\b/i;

const cyVerb = word(
  "mae|oes|oedd|bydd|bu|yw|ydy|ydi|sydd|sy|mae'n|mae'r|byddai|gall|caiff|daw|gwna|does|roedd|all|gellir|nid yw|dyw|maen|maent",
);

const cyPerson = word(
  "rwy|rwy'n|rwyf|rydw|dw|dwi|wyf|ydw|rydym|rydyn|ydym|gallaf|galla|gallwn|gallem|medraf|medrwn|hoffwn|hoffem|caf|cawn|af|awn|fi|mi|i mi|gen i|gennyf|gennym|" +
    "minnau|minnau'n|finnau|ninnau|fy|ein|roeddwn|roeddem|byddaf|byddwn|gwn|\\p{L}{3,}(?:ais|asom)",
);

export const tongues: Readonly<Record<Tongue, Words>> = {
  en: {
    person:
      /(?<![\p{L}\p{M}])(?:I|I'm|I've|I'd|I'll|[Ww]e|[Ww]e're|[Ww]e've|[Mm]y|[Mm]e|[Mm]ine|us)(?![\p{L}\p{M}'])/u,
    doer: /(?<![\p{L}\p{M}])(?:I|I'm|I've|I'd|I'll|[Ww]e|[Ww]e're|[Ww]e've) /u,
    hero: [
      new RegExp(
        `^(?:the|our|this|your) (?:[\\p{L}-]+ ){0,5}?(?:${bodies})(?: (?:of|for|and|in) [\\p{L} -]+?)? (?:now |also |always )?` +
          '(?:will|can|is|are|was|has|have|share|offer|provide|work|give|help|[\\p{L}]+s)(?![\\p{L}\\p{M}])',
        'iu',
      ),
      /^we (?:will|shall|aim to|are committed to|strive to) /i,
    ],
    ability:
      /(?<![\p{L}\p{M}])(?:can|could|able to|now|at last|no longer|(?:not?|never) (?:need|have) to|don't (?:need|have) to|manage to|finally)(?![\p{L}\p{M}'])/iu,
    jargon: word(
      'seamless(?:ly)?|end[- ]to[- ]end|leverag(?:e|es|ing|ed)|synerg(?:y|ies|istic)|stakeholders?|going forward|touch base|signpost(?:s|ed|ing)?|' +
        'utilis(?:e|es|ed|ing)|utiliz(?:e|es|ed|ing)|holistic(?:ally)?|multi[- ]agency|self[- ]serve|(?:customer|user|patient) journeys?|pathways?|' +
        'empower(?:s|ed|ing|ment)?|efficiencies|single point of (?:contact|access)|best practice|deliverables?|paradigm|robust|' +
        'facilitat(?:e|es|ed|ing)|stakeholder engagement|value[- ]add(?:ed)?|streamlin(?:e|es|ed|ing)|silos?|channels?|touchpoints?|' +
        'service users?|wraparound|co-produc(?:e|ed|tion)|step change|transformation(?:al)?|solutions?|joined[- ]up|onboarding',
    ),
    verb: text => !enPhrase.test(text) && enSubject.test(text),
  },
  cy: {
    person: cyPerson,
    // Its verbs have their person in them.
    doer: cyPerson,
    hero: [
      new RegExp(
        `^(?:mae|bydd|gall)(?:'r| y| yr| ein) (?:[\\p{L}'-]+ ){0,1}?(?:bartneriaeth|cyngor|gwasanaeth|gwasanaethau|bwrdd|ymddiriedolaeth|llyfrgell|` +
          `llyfrgelloedd|coleg|colegau|prifysgol|sefydliad|adran|tîm|ysbyty|ddesg gymorth|system|prosiect)(?![\\p{L}\\p{M}])`,
        'iu',
      ),
      /^byddwn (?:ni )?(?:yn|'n) (?:darparu|cyflwyno|cyflawni|sicrhau)/iu,
    ],
    ability: word(
      "gallu|gallaf|galla|gallwn|gallem|gall|medru|medraf|medrwn|nawr|bellach|rŵan|erbyn hyn|o'r diwedd|does dim rhaid|nid oes rhaid|heb orfod|llwyddo",
    ),
    jargon: word(
      'di-dor|ddi-dor|cyfannol|gyfannol|rhanddeiliaid|trawsnewidiol|synergedd|effeithlonrwydd|effeithlonrwyddau|llwybr gofal|lwybr gofal|arfer gorau|' +
        'amlasiantaethol|grymuso|symleiddio|hwyluso|cydgynhyrchu|pwynt cyswllt unigol|defnyddwyr gwasanaeth|wrth symud ymlaen',
    ),
    verb: text => cyVerb.test(text),
  },
};

/** Words by which a story speaks of time or money. */
export const timeOrMoney: Readonly<Record<Tongue, RegExp>> = {
  en: /[£€$]\s?\d|(?<!\p{L})(?:money|pounds?|pay|paid|pays|costs?|spend|spends|spent|cheaper|budgets?|save[sd]?|minutes?|hours?|days?|weeks?|months?|years?|o'clock|midnight|on time|sooner|faster|quicker)(?!\p{L})/iu,
  cy: /[£€$]\s?\d|(?<!\p{L})(?:arian|punt|punnoedd|talu|cost|costio|gostio|chostio|gwario|wario|rhatach|ceiniog|geiniog|arbed|munud|funud|awr|oriau|dydd|diwrnod|ddiwrnod|diwrnodau|wythnos|wythnosau|mis|fis|blwyddyn|flwyddyn|hanner nos|cynt|brydlon)(?!\p{L})/iu,
};
