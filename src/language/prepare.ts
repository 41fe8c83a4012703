import type { Impact, Restart, SectionKind, Severity } from '../advisory/words.ts';
import { type DateGrammar, prepareDates } from './dates.ts';
import { labelForm, wordForm } from './normal-form.ts';
import type { ColumnRole, LocalePack, Phrase } from './pack.ts';
import { addPhrase, joinTables, type PhraseTable, phraseTable } from './phrases.ts';
import { type ProductWord, productWords } from './product-words.ts';
import type { WordTrie } from './word-trie.ts';

export type CellWord = keyof LocalePack['cells'];

export type QuestionKind = keyof NonNullable<LocalePack['questions']>;

/** What a label at the start of a line may mean beside opening a section. */
export type LineLabel = 'published' | 'updated' | 'version';

/** Words beside a name about a download, and its language; `null` where they name none. */
export interface DownloadNote {
	readonly words: string;
	readonly language: string | null;
}

/** A pack made ready for look-up, once a pack. */
export interface Language {
	readonly locale: string;
	readonly lines: PhraseTable<LineLabel>;
	/** Labels that follow their date: `…更新`. */
	readonly suffixes: readonly { readonly label: LineLabel; readonly words: string }[];
	readonly headings: PhraseTable<SectionKind>;
	readonly labels: PhraseTable<SectionKind>;
	/** Headings, labels and lines in one: what tells the language of a page. */
	readonly openings: PhraseTable<unknown>;
	readonly remarks: PhraseTable<true>;
	readonly questions: PhraseTable<QuestionKind>;
	readonly columns: PhraseTable<ColumnRole>;
	readonly severity: PhraseTable<Severity>;
	readonly impact: PhraseTable<Impact>;
	readonly cells: PhraseTable<CellWord>;
	readonly restart: PhraseTable<Restart>;
	/** Words and signs between parts of an enumeration, in label form. */
	readonly joiners: readonly string[];
	/** Words around the bare number of an article, in word form: before it, after it. */
	readonly articles: readonly { readonly before: string; readonly after: string; readonly source: string }[];
	/** Words before and after the number of a version, in word form. */
	readonly versions: readonly { readonly before: string; readonly after: string; readonly source: string }[];
	readonly dates: DateGrammar;
	readonly footers: readonly string[];
	/** The longest first. */
	readonly downloadNotes: readonly DownloadNote[];
	readonly products: WordTrie<ProductWord>;
}

const prepared = new WeakMap<LocalePack, Language>();

export function prepareLanguage(pack: LocalePack): Language {
	let language = prepared.get(pack);
	if (language === undefined) {
		language = prepare(pack);
		prepared.set(pack, language);
	}
	return language;
}

function prepare(pack: LocalePack): Language {
	const { locale } = pack;
	const lines = phraseTable<LineLabel>();
	const suffixes: { label: LineLabel; words: string }[] = [];
	for (const label of ['published', 'updated'] as const) {
		for (const text of pack.dateline[label]) {
			if (text.startsWith('{any}')) suffixes.push({ label, words: wordForm(text.slice('{any}'.length)) });
			else addPhrase(lines, text, label, `${locale}/dateline/${label}`);
		}
	}
	for (const text of pack.version) addPhrase(lines, text, 'version', `${locale}/version`);
	const remarks = phraseTable<true>();
	for (const text of pack.remarks) addPhrase(remarks, text, true, `${locale}/remarks`);
	const around = (texts: readonly string[], slot: string, role: string) =>
		texts.map((text) => {
			const [before = '', after = ''] = text.split(slot);
			return { before: wordForm(before), after: wordForm(after), source: `${locale}/${role}/${text}` };
		});
	const headings = tableOf(pack.headings, `${locale}/headings`);
	const labels = tableOf(pack.labels, `${locale}/labels`);
	return {
		locale,
		lines,
		suffixes,
		headings,
		labels,
		openings: joinTables([headings, labels, lines]),
		remarks,
		questions: tableOf(pack.questions ?? {}, `${locale}/questions`),
		columns: tableOf(pack.columns, `${locale}/columns`),
		severity: tableOf(pack.severity, `${locale}/severity`),
		impact: tableOf(pack.impact, `${locale}/impact`),
		cells: tableOf(pack.cells, `${locale}/cells`),
		restart: tableOf(pack.restart ?? {}, `${locale}/restart`),
		joiners: (pack.products?.joiners ?? []).map(labelForm).filter((form) => form !== ''),
		articles: around(pack.articles, '{kb}', 'articles'),
		versions: around(pack.versions, '{version}', 'versions').sort(
			(one, other) => other.before.length - one.before.length,
		),
		dates: prepareDates(pack.dates, locale),
		footers: pack.footers,
		downloadNotes: notesOf(pack.downloadNotes ?? {}),
		products: productWords(pack.products ?? {}),
	};
}

const notesOf = (texts: Readonly<Record<string, readonly string[]>>): DownloadNote[] =>
	Object.entries(texts)
		.flatMap(([tag, notes]) => notes.map((words) => ({ words, language: tag === 'und' ? null : tag })))
		.sort((one, other) => other.words.length - one.words.length);

function tableOf<Meaning extends string>(
	texts: Partial<Readonly<Record<Meaning, readonly Phrase[]>>>,
	source: string,
): PhraseTable<Meaning> {
	const table = phraseTable<Meaning>();
	for (const meaning of Object.keys(texts) as Meaning[]) {
		for (const phrase of texts[meaning] ?? []) addPhrase(table, phrase, meaning, `${source}/${meaning}`);
	}
	return table;
}
