/** How a model that follows instructions is asked for a text or a choice; over a `WritingTask`. */
export const instructTemplate = `{% if choices | length > 0 -%}
Which one of these fits the facts below best: {{ choices | join('; ') }}?
Answer with that one alone, spelled as it is here.
{% else -%}
Write a {{ kind }} in {{ style }} style, of {{ words.min }} to {{ words.max }} words.
Use every fact below exactly as it is spelled. Add no other number, date or name.
Answer with the text alone, as one paragraph.
{% endif -%}
{% for fact in facts -%}
- {{ fact.name }}: {{ fact.value }}
{% endfor -%}`;
