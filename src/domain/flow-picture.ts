/** Lays out the steps of a guide as a picture with a lane per actor; pure numbers, drawn by a component. */

interface FlowStep {
  readonly title: string;
  readonly actor: string;
  readonly limitText?: string | undefined;
}

interface FlowPicture {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly {
    readonly x: number;
    readonly width: number;
    readonly lines: readonly string[];
  }[];
  readonly boxes: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly title: readonly string[];
    readonly limit: readonly string[];
  }[];
  /** SVG path data from each box to the next. */
  readonly wires: readonly string[];
}

/** Units are CSS pixels at full size; a Chinese character is as wide as the font size. */
const LANE = 208;
const GAP = 12;
const TOP = 64;
const ROW_GAP = 34;
const LINE = 24;
const BOX = LANE - 40;

/** Breaks a text into lines of at most `max` full-width characters; half-width ones count as half. */
export function breakLines(text: string, max: number): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const char of text) {
    const size = char.codePointAt(0)! > 0xff ? 1 : 0.55;
    const holdsOn = '，。；：、）》'.includes(char);
    if (width + size > max && !holdsOn) {
      lines.push(line);
      line = '';
      width = 0;
    }
    line += char;
    width += size;
  }
  return line ? [...lines, line] : lines;
}

/** Places every step below the last, in the lane of who acts; lanes in the order in which actors appear. */
export function layFlow(steps: readonly FlowStep[]): FlowPicture {
  const actors = [...new Set(steps.map((step) => step.actor))];
  let y = TOP;
  const boxes = steps.map((step, at) => {
    const title = breakLines(`${at + 1}. ${step.title}`, 9);
    const limit = step.limitText ? breakLines(step.limitText, 11) : [];
    const height = 20 + (title.length + limit.length) * LINE;
    const box = { x: laneX(actors.indexOf(step.actor)) + 20, y, width: BOX, height, title, limit };
    y += height + ROW_GAP;
    return box;
  });
  const lanes = actors.map((actor, at) => ({
    x: laneX(at),
    width: LANE,
    lines: breakLines(actor, 11).slice(0, 2),
  }));
  const wires = boxes.slice(1).map((box, at) => wire(boxes[at]!, box));
  return { width: laneX(actors.length) - GAP, height: y - ROW_GAP + 16, lanes, boxes, wires };
}

const laneX = (at: number) => at * (LANE + GAP);

type Box = FlowPicture['boxes'][number];

/** Down from one box, across if the actor changes, and down into the next. */
function wire(from: Box, to: Box): string {
  const start = from.x + from.width / 2;
  const end = to.x + to.width / 2;
  const middle = to.y - ROW_GAP / 2;
  return `M${start} ${from.y + from.height}V${middle}H${end}V${to.y - 8}`;
}
