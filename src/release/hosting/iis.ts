import { HASHED, HEADERS, MIME_TYPES, SERVER_FILES } from './table.ts';

const escaped = (text: string) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

const DAYS_OF_A_YEAR = 365;

const mimeMaps = (): string[] =>
  Object.entries(MIME_TYPES).flatMap(([ending, type]) => [
    `      <remove fileExtension=".${ending}" />`,
    `      <mimeMap fileExtension=".${ending}" mimeType="${escaped(type)}" />`,
  ]);

const headers = (): string[] =>
  HEADERS.flatMap(([name, value]) => [
    `        <remove name="${name}" />`,
    `        <add name="${name}" value="${escaped(value)}" />`,
  ]);

const kept = (folder: string): string[] => [
  `  <location path="${folder}">`,
  '    <system.webServer>',
  '      <staticContent>',
  `        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="${DAYS_OF_A_YEAR}.00:00:00" cacheControlCustom="public, immutable" />`,
  '      </staticContent>',
  '    </system.webServer>',
  '  </location>',
];

/**
 * `web.config`: only sections that IIS lets a site set and that need no further module, since one that it does not
 * know stops the whole site. Moved addresses are left to the pages that stand there.
 */
export function iisConfig(): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<!-- 司法所公开网站的 IIS 配置：放在网站文件夹里（已经放好）。放在子目录下时，请把这个文件夹设为“应用程序”。 -->',
    '<configuration>',
    '  <system.webServer>',
    '    <defaultDocument enabled="true">',
    '      <files>',
    '        <clear />',
    '        <add value="index.html" />',
    '      </files>',
    '    </defaultDocument>',
    '    <directoryBrowse enabled="false" />',
    '    <staticContent>',
    ...mimeMaps(),
    // Sends `no-cache`.
    '      <clientCache cacheControlMode="DisableCache" />',
    '    </staticContent>',
    '    <httpProtocol>',
    '      <customHeaders>',
    ...headers(),
    '      </customHeaders>',
    '    </httpProtocol>',
    '    <httpErrors errorMode="Custom" existingResponse="Auto">',
    '      <remove statusCode="404" />',
    '      <error statusCode="404" path="404.html" responseMode="File" />',
    '    </httpErrors>',
    '    <security>',
    '      <requestFiltering>',
    '        <hiddenSegments>',
    ...SERVER_FILES.filter((name) => name !== 'web.config').flatMap((name) => [
      `          <remove segment="${name}" />`,
      `          <add segment="${name}" />`,
    ]),
    '        </hiddenSegments>',
    '      </requestFiltering>',
    '    </security>',
    '    <urlCompression doStaticCompression="true" />',
    '  </system.webServer>',
    ...HASHED.flatMap(kept),
    '</configuration>',
    '',
  ].join('\n');
}
