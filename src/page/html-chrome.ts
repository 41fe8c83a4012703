import type { Element } from 'hast';
import { attribute, classesOf, placeOfNode, type Visit } from './hast.ts';
import { isSamePage } from './html-address.ts';
import { markContents } from './html-contents-box.ts';

const TAGS = new Set(
	(
		'button datalist dialog embed footer frame frameset head iframe input map nav noframes noscript object optgroup ' +
		'option script select style svg template textarea title'
	).split(' '),
);
const IDS = new Set(
	// 2003–2010
	(
		'msviMasthead msviGlobalToolbar msviLocalToolbar msviDualSearchForm msviFooter msviLocalFooter msviGlobalFooter ' +
		'mnpMenuTop thinColumn bottomRow ratingsArea ' +
		// library pages
		'megabladeContainer ux-header ux-footer leftNav tocnav skinnyRating rating CommunityContentHeader ' +
		'selectLocaleForm HeaderSearchForm siteFeedbackForm SiteFeedbackLinkContainer FeedbackCounterPlaceHolder ' +
		// docs and learn
		'cookie-banner ms--content-header article-header article-metadata center-doc-outline left-container ' +
		'affixed-left-container page-breadcrumbs footer-interactive ms--inline-notifications ms--in-this-article ' +
		'user-feedback site-user-feedback-footer ms--additional-resources-mobile ' +
		// Wayback Machine
		'wm-ipp wm-ipp-base wm-ipp-print donato'
	).split(' '),
);
const CLASSES = new Set(
	(
		'downleveleyebrow mnpInherit mnpMenuRow mnpMenuLabel onThisPage topOfPage ' +
		'bladeItemMenu bladeItemMenuContainer TocNavigation toclevel0 toclevel1 toclevel2 printExportMenus footerPrintView ' +
		'communityContentContainer libraryMemberFilter stdr-votetitle stdr-vote stdr-count stdr-thankyou stdr-appreciate ' +
		'LW_CollapsibleArea_Anchor_Div LW_CollapsibleArea_Anchor_Img LW_CollapsibleArea_HrDiv LW_CollapsibleArea_Hr ' +
		'LW_CollapsibleArea_Img cl_CollapsibleArea_expanding cl_CollapsibleArea_collapsing ' +
		'metadata page-metadata page-metadata-container contributors readingTime feedback-verbatim feedback-section ' +
		'doc-outline breadcrumbs locale-selector is-visually-hidden visually-hidden skip-to-main-link alert-holder'
	).split(' '),
);
const ARROW = /\barrow_px_(?:up|down)\.gif$/i;
/** Blocks: a link that holds one is no mere label. */
const HOLDERS = /^(?:h[1-6]|p|div|table|ul|ol|dl|pre|blockquote)$/;
/** A form that spans more of the document than this is the page's own frame. */
const WRAPPER = 0.5;

/** The nodes of a document that are not its text, by index, what they hold included: 1 where that is so. */
export function markChrome(visits: readonly Visit[], source: string, address: string | null): Uint8Array {
	const marks = new Uint8Array(visits.length);
	for (let index = 0; index < visits.length; index++) {
		const { node, end } = visits[index] as Visit;
		if (node.type !== 'element' || !isChrome(visits, index, node, source.length, address)) continue;
		marks.fill(1, index, end);
		index = end - 1;
	}
	markContents(visits, marks, address);
	return marks;
}

function isChrome(
	visits: readonly Visit[],
	index: number,
	element: Element,
	length: number,
	address: string | null,
): boolean {
	if (TAGS.has(element.tagName)) return true;
	const id = attribute(element, 'id');
	if (id !== null && IDS.has(id)) return true;
	if (classesOf(element).some((name) => CLASSES.has(name))) return true;
	if (attribute(element, 'hidden') !== null) return true;
	if (/^(?:navigation|banner|contentinfo|search|alert|alertdialog)$/.test(attribute(element, 'role') ?? ''))
		return true;
	switch (element.tagName) {
		case 'form':
			return !isWrapper(visits, index, length);
		case 'ul':
		case 'ol':
			// what folds away inside the text is a block around its lists
			return /display\s*:\s*none/i.test(attribute(element, 'style') ?? '');
		case 'a':
			return isControl(visits, index, element, address);
		default:
			return false;
	}
}

function isWrapper(visits: readonly Visit[], index: number, length: number): boolean {
	const { node, end } = visits[index] as Visit;
	const place = placeOfNode(node);
	if (place !== null && place.end - place.start > WRAPPER * length) return true;
	return visits.slice(index, end).some((visit) => visit.node.type === 'element' && visit.node.tagName === 'h1');
}

/** Links to the top, arrows, expanders' pictures, printing. */
function isControl(visits: readonly Visit[], index: number, element: Element, address: string | null): boolean {
	const href = attribute(element, 'href')?.trim() ?? '';
	const inner = visits.slice(index + 1, (visits[index] as Visit).end).map((visit) => visit.node);
	if (inner.some((node) => node.type === 'element' && HOLDERS.test(node.tagName))) return false;
	if (/#top$/i.test(href) && isSamePage(href, address)) return true;
	if (/^javascript:/i.test(href)) {
		if (/^javascript:\s*(?:window\.)?print\b/i.test(href)) return true;
		return inner.every((node) => node.type !== 'text' || node.value.trim() === '');
	}
	return inner.some(
		(node) => node.type === 'element' && node.tagName === 'img' && ARROW.test(attribute(node, 'src') ?? ''),
	);
}
