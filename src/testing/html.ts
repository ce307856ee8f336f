/** HTML as other people's readers see it. */
import { HtmlValidate } from 'html-validate';

/** The rules of the HTML standard, and those on accessibility; how the source looks is our own affair. */
export const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
});

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** The words of a page, without its style sheet. */
export const plainText = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:lt|gt|quot|amp);/g, entity => entities[entity] ?? '');
