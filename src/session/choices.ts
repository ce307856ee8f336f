/** What a session can choose from: plain lists, which the command line names in its help before anything else is loaded. */

export const routes = ['plotter', 'copy-shop', 'office'] as const;
export type Route = (typeof routes)[number];
export const colourModes = ['full', 'ink-saver', 'grey'] as const;
export type ColourMode = (typeof colourModes)[number];
export const fits = ['true-size', 'fewer-sheets'] as const;

/** Papers that office printers hold. */
export const tilePapers = ['A4', 'A3', 'Letter', 'Legal', 'Tabloid'] as const;

/** Ways in which documents are made for people who read otherwise: the kinds of sheet that hold for all of the pack then. */
export const editions = ['large-print', 'easy-read'] as const;
export type Edition = (typeof editions)[number];

/** The styles of portraits, each under CC0 by what its own package says: Pablo Stanley, Zoish and Lisa Wischofsky drew them. */
export const portraitStyles = ['open-peeps', 'notionists', 'lorelei'] as const;
export type PortraitStyle = (typeof portraitStyles)[number];
