/**
 * Mini-stories that the rules were not written for, with verdicts given before they were judged. The forty of `unseen` were judged right
 * in 32 cases; then the rules were mended by them. The thirty of `later` are of after that, and no rule has been touched since.
 */
import type { Verdict } from './sentences.js';

export const unseenEnglish: readonly (readonly [text: string, ...verdicts: Verdict[]])[] = [
  ['I can now leave hospital before lunch and sleep in my own bed.'],
  ['I pick up my repaired laptop the same afternoon.', 'ability'],
  ['Now that the rules are the same, I can help anybody who calls.'],
  ['I can follow my ticket from my phone.'],
  ['We can finally see who has ordered which bed.'],
  ['I never have to explain my allergy twice.'],
  ['My dad can have his tablets explained in Punjabi.'],
  ['I can now plan my week, because the rota comes on Friday.'],
  ['It is easy for me to reach the desk in my wheelchair now.'],
  ['I was able to renew all my books in one go.'],
  ['Warm welcome at every desk', 'fragment'],
  ['Longer opening hours', 'fragment'],
  ['Less paper', 'fragment'],
  ['Knowing who my nurse is', 'fragment'],
  ['Same rules everywhere', 'fragment'],
  ['Help in my own language', 'fragment'],
  ['The discharge team calls the family the day before.', 'hero'],
  ['The new IT service fixes most faults within an hour.', 'hero'],
  ['Our partnership is a leader in integrated care.', 'hero'],
  ['The hospital sends a letter to the GP on the same day.', 'hero'],
  ['The universities have agreed on one catalogue.', 'hero'],
  ['Visitors find the ward without asking.', 'person'],
  ['A student borrows five books with one card.', 'person'],
  ['Nobody waits longer than ten minutes.', 'person'],
  ['Colleagues answer each other’s questions in the chat.', 'person'],
  ['Every patient has a named nurse.', 'person'],
  ['I think that the desk is friendly.', 'ability'],
  ['I waited a week for an answer.', 'ability'],
  ['I can now onboard new starters with a streamlined workflow.', 'jargon'],
  ['I can now deliver integrated, person-centred care.', 'jargon'],
];

export const unseenWelsh: typeof unseenEnglish = [
  ['Gallaf ofyn am help heb deimlo’n dwp.'],
  ['Nawr rydw i’n cysgu yn fy ngwely fy hun.'],
  ['Medraf argraffu yn yr ysbyty gyda fy ngherdyn coleg.'],
  ['Ffurflenni byrrach', 'fragment'],
  ['Oriau agor hirach', 'fragment'],
  ['Mae’r llyfrgell yn cynnig un cerdyn i bawb.', 'hero'],
  ['Bydd yr ysbyty yn anfon llythyr yr un diwrnod.', 'hero'],
  ['Mae nyrsys yn gallu archebu gwely gydag un alwad.', 'person'],
  ['Does neb yn aros mwy na deng munud.', 'person'],
  ['Rwy’n credu bod y ddesg yn gyfeillgar.', 'ability'],
];

export const laterEnglish: typeof unseenEnglish = [
  ['I can now collect a parcel of books at the hospital gate.'],
  ['Since the desks were joined, I can get a loan laptop within the hour.'],
  ['I now take one form to one window.'],
  ['My carer and I can both see the plan on the fridge.'],
  ['I do not have to queue any more.'],
  ['I could talk to a real person on a Sunday.'],
  ['These days I am able to leave work at five.'],
  ['I can now tell the minister what each bed costs.'],
  ['Fewer passwords', 'fragment'],
  ['A friendly face on the ward', 'fragment'],
  ['Going home the same day', 'fragment'],
  ['Books delivered to the ward', 'fragment'],
  ['One number to ring', 'fragment'],
  ['The IT team resets passwords in the evening.', 'hero'],
  ['The county council and the health board will publish one plan.', 'hero'],
  ['Our library is now open on Sundays.', 'hero'],
  ['The ward has a new discharge lounge.', 'hero'],
  ['Families know a day ahead when to come.', 'person'],
  ['The lecturer gets the projector fixed before the class begins.', 'person'],
  ['He can walk to the shop again.', 'person'],
  ['I believe in this service.', 'ability'],
  ['We talked a lot about the old days.', 'ability'],
  ['I can now reach out to key stakeholders.', 'jargon'],
  ['I can now triage incidents in an agile way.', 'jargon'],
];

export const laterWelsh: typeof unseenEnglish = [
  ['Rwy’n gallu cael benthyg gliniadur o fewn yr awr.'],
  ['Bellach dw i’n gwybod beth sydd nesaf.'],
  ['Llai o ffurflenni', 'fragment'],
  ['Mae’r tîm yn ailosod cyfrineiriau gyda’r nos.', 'hero'],
  ['Mae teuluoedd yn gwybod pryd i ddod.', 'person'],
  ['Roeddwn i’n aros am wythnos.', 'ability'],
];
