import { describe, expect, it } from 'vitest';
import { breakLines, layFlow } from '../../src/domain/flow-picture.ts';

const steps = [
  { title: '申请', actor: '您' },
  { title: '初审和转交', actor: '司法所' },
  { title: '审查决定', actor: '法律援助机构', limitText: '法律援助机构收到申请起7日内' },
  { title: '派人', actor: '法律援助机构' },
];

describe('the picture of a guide’s steps', () => {
  const picture = layFlow(steps);

  it('has a lane for each actor, in the order in which they appear', () => {
    expect(picture.lanes.map((lane) => lane.lines.join(''))).toEqual(['您', '司法所', '法律援助机构']);
  });

  it('places every step below the last, inside its lane and inside the picture', () => {
    picture.boxes.forEach((box, at) => {
      const before = picture.boxes[at - 1];
      expect(box.y).toBeGreaterThanOrEqual(before ? before.y + before.height : 0);
      expect(picture.lanes.some((lane) => lane.x <= box.x && box.x + box.width <= lane.x + lane.width)).toBe(
        true,
      );
      expect(box.y + box.height).toBeLessThanOrEqual(picture.height);
      expect(box.x + box.width).toBeLessThanOrEqual(picture.width);
    });
  });

  it('joins each step to the next', () => {
    expect(picture.wires).toHaveLength(steps.length - 1);
  });

  it('says every word of the titles and limits', () => {
    expect(picture.boxes.map((box) => box.title.join(''))).toEqual(
      steps.map((step, at) => `${at + 1}. ${step.title}`),
    );
    expect(picture.boxes[2]?.limit.join('')).toBe('法律援助机构收到申请起7日内');
  });
});

describe('a line of a picture', () => {
  it('is broken without losing a character, and never begins with a closing mark', () => {
    const text = '收到申请，材料齐全的，当场登记；不齐的一次说清。';
    for (const max of [2, 3, 5, 8, 13]) {
      const lines = breakLines(text, max);
      expect(lines.join('')).toBe(text);
      expect(lines.filter((line) => /^[，。；：、）》]/.test(line))).toEqual([]);
    }
  });
});
