import { runsOf } from './tokens.ts';

/** Words of asking that say nothing about the matter; longer ones first. */
const STOP =
  /请问一下|请问|不晓得|不知道|晓得|我想问|我想|我要|怎么办理|怎么办|怎么样|怎么|怎样|咋个整|咋个办|咋个弄|咋个|咋整|咋办|咋弄|怎么弄|如何|为什么|是什么|什么时候|什么|是啥子|是啥|啥子|啥时候|啥|干什么|干嘛|哪里|哪儿|哪个|在哪|找谁|好多钱|多少钱|多少|多久|几天|几点|要不要|能不能|可不可以|可以|是不是|有没有|需要|应该|必须|一下|吗|呢|吧|啊|嘛|了|的|我|你|他|她|被|给|把|和|与|或|及|在|是|要|想|没有|没|去/gu;

/** What is left of a question around the words of asking. */
export const withoutAsking = (text: string): string[] => text.replace(STOP, ' ').split(' ').filter(Boolean);

/** What a question is about: its runs without the words of asking, joined; all of it where nothing else is left. */
export const coreOf = (text: string): string => {
  const runs = runsOf(text);
  return runs.flatMap(withoutAsking).join('') || runs.join('');
};
