/**
 * Turns an element's content into other content while whatever stays the same stays in place: what
 * is open stays open, what has the focus or is being pressed keeps it.
 */
export function morphContent(element: Element, html: string): void {
  const next = document.createElement("template");
  next.innerHTML = html;
  morphChildren(element, next.content);
}

function morphChildren(parent: Element, wanted: ParentNode & Node): void {
  let cursor = parent.firstChild;
  for (const next of [...wanted.childNodes]) {
    const same = findSame(parent, cursor, next);
    if (!same) {
      parent.insertBefore(next, cursor);
      continue;
    }
    if (same === cursor) cursor = same.nextSibling;
    else parent.insertBefore(same, cursor);
    morphNode(same, next);
  }
  while (cursor) {
    const { nextSibling } = cursor;
    cursor.remove();
    cursor = nextSibling;
  }
}

/** An element is told by its id wherever it has moved; one without is told by its place. */
function findSame(parent: Element, cursor: ChildNode | null, next: Node): ChildNode | null {
  if (next instanceof Element && next.id) {
    const known = document.getElementById(next.id);
    return known?.parentNode === parent ? known : null;
  }
  const isNamed = cursor instanceof Element && cursor.id !== "";
  return cursor?.nodeName === next.nodeName && !isNamed ? cursor : null;
}

function morphNode(current: ChildNode, next: Node): void {
  if (current instanceof Element && next instanceof Element) {
    morphAttributes(current, next);
    morphChildren(current, next);
    if (current instanceof HTMLSelectElement) chooseAsGiven(current);
  } else if (current.nodeValue !== next.nodeValue) {
    current.nodeValue = next.nodeValue;
  }
}

/** What a person, or the page on their behalf, has set. */
const personal = new Set(["open", "hidden", "aria-pressed"]);

function morphAttributes(current: Element, next: Element): void {
  const mayChange = ({ name }: Attr) => !personal.has(name);
  for (const { name, value } of [...next.attributes].filter(mayChange)) {
    if (current.getAttribute(name) !== value) current.setAttribute(name, value);
  }
  for (const { name } of [...current.attributes].filter(mayChange)) {
    if (!next.hasAttribute(name)) current.removeAttribute(name);
  }
}

/** Once a person has chosen in a list, its attributes alone no longer change what it shows. */
function chooseAsGiven(select: HTMLSelectElement): void {
  if (select === document.activeElement) return;
  const given = [...select.options].find((option) => option.defaultSelected);
  if (given) select.value = given.value;
}
