/** The files that a region offers to programs, as its page tells of them. */
export const REGION_FILES = [
  {
    path: '/data/cities.json',
    about: '各市：代码、名称、网址、状态、为什么，清单里的合计、四公开、各县，清单的校验和与时刻。',
  },
  {
    path: '/data/search/instant.json',
    about: '各市办事指南合成的一份：说法以多数市为准。',
  },
  {
    path: '/data/places/<编号>.json',
    about: '市、县、乡镇、村的名称各归哪个司法所，按名称的头两个字（或头两个字母）分成若干份。',
  },
] as const;
