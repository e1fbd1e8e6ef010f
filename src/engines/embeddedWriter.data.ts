/**
 * What the embedded writer is trained to read: `facts` are announcements, `words` is the length beside the values. The
 * reply goes on after `text:` with an announcement or a space, and ends with the end-of-text token.
 */
export const embeddedTemplate = `kind: {{ kind }}
style: {{ style }}
length: {{ words }}
facts:{% for fact in facts %}{{ fact }}{% endfor %}text:`;
