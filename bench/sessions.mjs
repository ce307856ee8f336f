/** Different sessions by the number: three groups, a story for each, of the lengths that people write. The same number gives the same session. */

/** mulberry32: the same numbers everywhere. */
function dice(seed) {
  let state = Math.imul(seed + 1, 0x9e3779b9);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const list = text => text.split(/\s*\|\s*/);

const services = list(
  'library|hospital discharge|housing repairs|school meals|payroll|recycling|youth work|careers advice|home care|IT help|planning|dental care|adult learning|bus passes|parks|foster care',
);
const towns = list(
  'Northfield|Eastmoor|Westbrook|Southgate|Ashby Vale|Milton Heath|Kirkdale|Penhallow|Stonebridge|Fairwater|Oakhampton|Redcliffe|Thornbury|Wellow|Caerwen|Duncairn|Burnside|Holmewood|Littleport|Marshfield',
);
const kinds = list('College|Council|University|Trust|District|Academy|Partnership|Hospital');
const users = list(
  'students/student|residents/resident|patients/patient|parents/parent|tenants/tenant|carers/carer|visitors/visitor|apprentices/apprentice|families/family|older people/older person',
);
const staff = list(
  'help-desk staff/help-desk colleague|nurses/nurse|librarians/librarian|caseworkers/caseworker|porters/porter|advisers/adviser|agents/agent|duty officers/duty officer',
);
const leaders = list(
  'principals/principal|councillors/councillor|chief executives/chief executive|governors/governor|directors/director',
);
const firstNames = list(
  'Amira|Deven|Margaret|Kofi|Ewa|Siân|Tomasz|Leila|Joan|Omar|Hannah|Ivan|Petra|Nia|Quentin|Ruth|Zoë|Björn|Chloe|Farah|George|Aoife|Łukasz|Mei|Samuel|Priya|Idris|Clara|Yusuf|Bethan|Noor|Oskar',
);
const surnames = list(
  'Khan|Shah|Owusu|Mensah|Nowak|Price|Zieliński|Haddad|Marsh|Aziz|Hill|Petrov|Lang|Rees|Ross|Adeyemi|Müller|Nguyen|Malik|Kavanagh|Wong|Clarke|Osei|Carter|Patel|Bevan|Lindqvist|O’Brien|Ferreira|Tanaka',
);
const roles = list(
  'second-year nursing student|help-desk colleague, evenings|mother of twins|retired bus driver|night porter|principal|ward sister|housing officer|trainee electrician|head of finance|volunteer at the food bank|team leader|young carer|councillor for the harbour ward',
);
const places = list(
  'the ward|the town hall|the small branch by the station|my kitchen|the reading room|the bus|the health centre|the depot|the school gate|reception|the front desk|the car park|the training kitchen|a borrowed office|the market square|the lift|the canteen|the community garden|the sports hall|a back corridor',
);
const things = list(
  'chapter|form|wheelchair|repair|answer|appointment|invoice|key|card|referral|ramp|letter|prescription|timetable|refund|laptop|reference|bed|permit|translation|boiler|assessment|badge|parcel',
);
const days = list('Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday');
const times = list(
  'ten at night|half past seven|noon|the end of my shift|a quarter to four|lunch time|six in the morning|closing time',
);
const feelings = list('relieved|surprised|calm|proud|curious|a little ashamed of my doubts|less tired|heard');
const amounts = list('two|three|four|five|six|seven|eleven|fourteen|twenty|thirty');
const quotes = list(
  'The {service} service now works the hours that I do.|I say “yes, I can do that” all day long.|We pay no more, and the lights are on until midnight.|One {thing}, one call, and it was done.|Nobody asked me to tell it a second time.|I walked in worried and walked out with a {thing}.|My team has stopped apologising.|For once the {thing} was there before I was.|It feels as if all {amount} of us work in one place.',
);
const befores = list(
  'I had {amount} cards in my purse, and none of them opened {place}.|I used to say “you will have to ask {town}” {amount} times a day, and I felt it each time.|every spring we cut the same {amount} teams, each a little, and nobody could say what a {thing} had cost.|I rang on {day}, was sent to {place}, and was told there that the {thing} had gone to {town}.|a {thing} took {amount} weeks, and I heard of it only when it was too late.',
);
const sentences = list(
  'It is {time} on {day}, and I need a {thing}.|{name} writes back within a minute.|I only know that {name} works for {town} because somebody told me.|The {thing} waits for me at {place}, where I start early.|A year ago I would have been sent away, politely.|Now the rules are the same in all {amount} places.|Nobody had to buy the {thing} a second time.|I show my card, the only one I have, and it is mine for a month.|At {time} we talk for ten minutes about what went well.|I have learned more in this year than in the {amount} before.|They asked where the catch was, and there is none.|We answer together, and nobody counts whose {thing} it was.|I was {feeling}, and I said so.|My manager in {town} saw the same screen that I saw.|The van takes it along on {day} morning, with {amount} others.|By {time} the {thing} had been found, checked and sent to {place}.|Last week {name} wrote to thank us.|It costs what it cost {amount} years ago, and it is open twice as long.|I wrote down what I did, so that nobody has to ask again.|On {day} I sat down at {place} and had nothing left to do.|“Is that all?” asked {name}, and it was.|We spend the hours that we save on the people who cannot use a screen.',
);
const miniStories = list(
  'get a {thing} from any of the {amount} places with one card|ask a question at {time} and get an answer from a person|have a {thing} brought to {place}|see on my phone what I owe, and pay it before it grows|hand a question over to {name} without the person having to tell it again|show that each {thing} is paid for once',
);

/** A session as its file would hold it, without pictures. */
export function sessionOf(number) {
  const roll = dice(number);
  const below = count => Math.floor(roll() * count);
  const pick = from => from[below(from.length)];
  const some = (from, count) => {
    const left = [...from];
    return Array.from({ length: count }, () => left.splice(below(left.length), 1)[0]);
  };
  const service = pick(services);
  const partners = some(towns, 3).map(town => `${town} ${pick(kinds)}`);
  const person = () => `${pick(firstNames)} ${pick(surnames)}`;
  const told = text =>
    text.replace(/\{(\w+)\}/g, (_hole, name) => {
      const from = {
        thing: things,
        place: places,
        day: days,
        time: times,
        feeling: feelings,
        amount: amounts,
      };
      if (name === 'service') return service;
      if (name === 'name') return pick(firstNames);
      return name === 'town' ? pick(partners) : pick(from[name]);
    });
  const groups = [users, staff, leaders].map((from, index) => {
    const [name, singular] = pick(from).split('/');
    return { name, singular, people: 4 + below(9), colour: ['teal', 'plum', 'rust'][index] };
  });
  const stories = groups.map(({ name }) => {
    const role = pick(roles);
    const paragraphs = Array.from({ length: 3 }, () =>
      some(sentences, 3 + below(2))
        .map(told)
        .join(' '),
    );
    return {
      group: name,
      person: person(),
      title: role[0].toUpperCase() + role.slice(1),
      'mini-stories': some(miniStories, 3).map(mini => `I can now ${told(mini)}.`),
      before: capital(told(pick(befores))),
      story: paragraphs.join('\n\n'),
      quote: told(pick(quotes)),
    };
  });
  return {
    workshop: {
      title: `One ${service} service for ${partners[0]} and ${partners[1]}`,
      service: `the shared ${service} service`,
      partners,
      date: `2027-${two(1 + below(12))}-${two(1 + below(28))}`,
      venue: `${partners[0]}, room ${'ABC'[below(3)]}${1 + below(40)}`,
      facilitator: person(),
    },
    language: 'en-GB',
    groups,
    stories,
    design: { poster: 'portrait' },
  };
}

const capital = text => text[0].toUpperCase() + text.slice(1);
const two = number => String(number).padStart(2, '0');
