/** An invented advisory with a second dateline; the tests know its lines by number. */
export const SAMPLE_PAGE = `---
TOCTitle: 990901
ms:assetid: 990901
ms:mtpsurl: 'https://technet.microsoft.com/en-US/library/990901(v=Security.10)'
ms:contentKeyID: 99090101
---

# Microsoft Security Advisory 990901

## Contoso Mail Gateway stops delivering

Published: September 16, 2008 | Updated: September 24, 2008

Published: September 17, 2008

### General Information

#### Executive Summary

The queue of the gateway stops. The article [990902](http://support.microsoft.com/kb/990902) tells more.

**Who is hit:** everybody who reads mail.

**Note:** nothing else stops.

### Odd Matters

Words that no field is read from.

### Frequently Asked Questions

**What is this about?**
It is about a gateway.

### Revisions

- V1.0 (September 16, 2008): Advisory published.
- V1.1 (September 24, 2008): Queue added.
`;

/** The 1-based line on which a text stands first. */
export const lineOf = (text: string): number => SAMPLE_PAGE.slice(0, SAMPLE_PAGE.indexOf(text)).split('\n').length;
