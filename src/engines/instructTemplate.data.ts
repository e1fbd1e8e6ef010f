/** How a model that follows instructions is asked for a text; over a `WritingTask`. */
export const instructTemplate = `Write a {{ kind }} in {{ style }} style, of {{ words.min }} to {{ words.max }} words.
Use every fact below exactly as it is spelled. Add no other number, date or name.
Answer with the text alone, as one paragraph.
{% for fact in facts -%}
- {{ fact.name }}: {{ fact.value }}
{% endfor -%}`;
