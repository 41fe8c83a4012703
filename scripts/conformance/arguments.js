import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const HELP = `Usage: npm run conformance -- [flags]

Normalizes an archive of pages, scores the records against ../shared/ground-truth where that is there, and compares
the translations of each document with each other.

  --folder FOLDER   the archive; TECHNET_ARCHIVE where it is not given
  --locale TAG      only pages of this locale; may be given several times, or as a list: zh-TW,de-DE
  --kind KIND       only records of this kind: bulletin, advisory, summary, vulnerability-research
  --years 2006-2017 only bulletins published in these years (of the score alone)
  --out FOLDER      where the lists go; out/conformance where it is not given
  --records FILE    keeps the records, without their sections and links
  --help            this text
`;

/** Throws where a flag is not known or no archive is named. */
export function readArguments(argv, environment) {
	const { values } = parseArgs({
		args: argv,
		options: {
			folder: { type: 'string' },
			locale: { type: 'string', multiple: true, default: [] },
			kind: { type: 'string' },
			years: { type: 'string' },
			out: { type: 'string', default: 'out/conformance' },
			records: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	const folder = values.folder ?? (environment.TECHNET_ARCHIVE || null);
	if (folder === null && !values.help) throw new Error('name the archive: --folder FOLDER, or TECHNET_ARCHIVE');
	return {
		help: values.help,
		folder: folder && resolve(folder),
		locales: new Set(values.locale.flatMap((list) => list.split(',')).map((tag) => tag.toUpperCase())),
		kind: values.kind ?? null,
		years: values.years ?? null,
		out: resolve(values.out),
		records: values.records === undefined ? null : resolve(values.records),
	};
}
