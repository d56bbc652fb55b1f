import { XMLParser, XMLValidator } from "fast-xml-parser";
import { z } from "zod";

/** An element with its text and children in document order. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  /** Direct text, trimmed. */
  text: string;
  children: XmlElement[];
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

const nodesSchema = z.array(z.record(z.string(), z.unknown()));
const attributesSchema = z.record(z.string(), z.string()).optional();

/** Reads a document; throws a sentence naming the line when it is not well-formed. */
export function parseXml(xml: string): XmlElement[] {
  const verdict = XMLValidator.validate(xml);
  if (verdict !== true) throw new Error(`Line ${verdict.err.line}: ${verdict.err.msg}`);
  return elementsOf(nodesSchema.parse(parser.parse(xml)));
}

function elementsOf(nodes: z.infer<typeof nodesSchema>): XmlElement[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ":@" && key !== "#text");
    if (!name) return [];
    const content = nodesSchema.parse(node[name]);
    const text = content.map((child) => child["#text"] ?? "").join(" ");
    return {
      name,
      attributes: attributesSchema.parse(node[":@"]) ?? {},
      text: text.replace(/\s+/g, " ").trim(),
      children: elementsOf(content),
    };
  });
}
