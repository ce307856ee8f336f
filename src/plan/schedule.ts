/** The times of a session: how its hours are shared out between the steps of the method. */

export type StepName = 'scene' | 'notes' | 'cluster' | 'break' | 'complaints' | 'story' | 'close';

export interface Step {
  name: StepName;
  /** Minutes from the start of the session. */
  from: number;
  minutes: number;
}

/** Shares of the time, from the method: most of a morning goes into notes and stories. */
const shares: Record<Exclude<StepName, 'break'>, number> = {
  scene: 10,
  notes: 27,
  cluster: 18,
  complaints: 5,
  story: 27,
  close: 13,
};
const breakMinutes = 15;
/** A session that is longer than this has a break, minutes. */
const longSession = 120;
/** A half day when the session does not say when it starts and ends, minutes. */
const halfDay = 180;

/** Minutes since midnight of `09:30`. */
export const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** `09:30` from minutes since midnight; past midnight it begins again. */
export const timeOf = (minutes: number): string => {
  const day = minutes % (24 * 60);
  return `${String(Math.floor(day / 60)).padStart(2, '0')}:${String(day % 60).padStart(2, '0')}`;
};

/** `0:45`: hours and minutes from the start, where nobody has said when that is. */
export const spanOf = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/**
 * The steps from start to end without a gap; times are round (5 minutes) where the session is long enough for it.
 * @param hasComplaints without a complaints file its time goes to the other steps
 */
export function scheduleOf(
  starts: string | undefined,
  ends: string | undefined,
  hasComplaints: boolean,
): Step[] {
  const total = starts && ends ? minutesOf(ends) - minutesOf(starts) : halfDay;
  const pause = total > longSession ? breakMinutes : 0;
  const grain = total >= 60 ? 5 : 1;
  const names = (Object.keys(shares) as (keyof typeof shares)[]).filter(
    name => hasComplaints || name !== 'complaints',
  );
  const whole = names.reduce((sum, name) => sum + shares[name], 0);
  const steps: Step[] = [];
  let share = 0;
  let from = 0;
  let paused = 0;
  for (const name of names) {
    share += shares[name];
    const last = name === names.at(-1);
    const until = last ? total : Math.round((((total - pause) * share) / whole + paused) / grain) * grain;
    steps.push({ name, from, minutes: until - from });
    from = until;
    if (name === 'cluster' && pause > 0) {
      steps.push({ name: 'break', from, minutes: pause });
      from += pause;
      paused = pause;
    }
  }
  return steps;
}
