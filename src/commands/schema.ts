/** `padpress schema`: the JSON Schema of the session file or of a layout, for editors. */
import { z } from 'zod';
import { layoutSchema } from '../layout/language.js';
import { sessionJsonSchema } from '../session/schema.js';
import { say } from './terminal.js';

/** @returns the exit code */
export function schema(options: { layout: boolean }): number {
  const title = options.layout ? 'padpress layout' : 'padpress session';
  const described = options.layout ? z.toJSONSchema(layoutSchema(), { io: 'input' }) : sessionJsonSchema();
  say(JSON.stringify({ title, ...described }, null, 2));
  return 0;
}
