import { exampleCii, exampleUbl } from '../examples.ts';
import { validate } from './validate.ts';

/** CPU time, the less of two runs: other work on the machine disturbs it less. */
function cost(xml: string): number {
  let least = Infinity;
  for (let run = 0; run < 2; run++) {
    const started = process.cpuUsage();
    validate(xml, { peppol: true });
    const { user, system } = process.cpuUsage(started);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

const withLines = (xml: string, line: RegExp, count: number) => {
  const one = line.exec(xml)![0];
  return xml.replace(one, one.repeat(count));
};

function amountTwice(xml: string): string {
  return xml.replace(/(<cac:InvoiceLine>.*?)(<cbc:LineExtensionAmount.*?<\/cbc:LineExtensionAmount>)/, '$1$2$2');
}

test.each([
  ['UBL', exampleUbl(), /<cac:InvoiceLine>.*?<\/cac:InvoiceLine>/],
  ['UBL with every amount twice', amountTwice(exampleUbl()), /<cac:InvoiceLine>.*?<\/cac:InvoiceLine>/],
  ['CII', exampleCii(), /<ram:IncludedSupplyChainTradeLineItem>[\s\S]*?<\/ram:IncludedSupplyChainTradeLineItem>/],
])(
  '%s: the cost grows with the lines, not with their square',
  (_, xml, line) => {
    cost(withLines(xml, line, 300));
    const few = cost(withLines(xml, line, 300));
    const many = cost(withLines(xml, line, 2400));
    // Eight times the lines: linear is about 8, quadratic 64.
    expect(many / few).toBeLessThan(20);
  },
  60_000,
);
