/** `padpress schema`: the JSON Schema of the session file or of a layout, for editors. */
import { z } from 'zod';
import { layoutSchema } from '../layout/language.js';
import { sessionSchema } from '../session/schema.js';
import { say } from './terminal.js';

/** @returns the exit code */
export function schema(options: { layout: boolean }): number {
  const title = options.layout ? 'padpress layout' : 'padpress session';
  say(
    JSON.stringify(
      { title, ...z.toJSONSchema(options.layout ? layoutSchema : sessionSchema, { io: 'input' }) },
      null,
      2,
    ),
  );
  return 0;
}
