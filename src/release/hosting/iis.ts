import { EXEMPT, type Exempt, GONE, HASHED, HEADERS, MIME_TYPES, SERVER_FILES } from './table.ts';

const escaped = (text: string) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

const DAYS_OF_A_YEAR = 365;

const mimeMaps = (): string[] =>
  // Files of the signed log have no ending: IIS sends none whose type it was not told.
  [...Object.entries(MIME_TYPES), ['', 'application/octet-stream'] as const].flatMap(([ending, type]) => [
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

const exempt = ({ folder, without, more }: Exempt): string[] => [
  `  <location path="${folder}">`,
  '    <system.webServer>',
  '      <httpProtocol>',
  '        <customHeaders>',
  ...without.map((name) => `          <remove name="${name}" />`),
  ...more.map(([name, value]) => `          <add name="${name}" value="${escaped(value)}" />`),
  '        </customHeaders>',
  '      </httpProtocol>',
  '    </system.webServer>',
  '  </location>',
];

/** For the module “URL 重写”: an address with a gravestone is answered with 410. */
const REWRITING = [
  '    <rewrite>',
  '      <rules>',
  '        <rule name="withdrawn" stopProcessing="true">',
  '          <match url=".*" />',
  '          <conditions logicalGrouping="MatchAny">',
  `            <add input="{REQUEST_FILENAME}${GONE}" matchType="IsFile" />`,
  `            <add input="{REQUEST_FILENAME}\\${GONE}" matchType="IsFile" />`,
  '          </conditions>',
  '          <action type="CustomResponse" statusCode="410" statusReason="Gone" />',
  '        </rule>',
  '      </rules>',
  '    </rewrite>',
];

/**
 * `web.config`: only sections that IIS lets a site set and that need no further module, since one that it does not
 * know stops the whole site. Moved addresses are left to the pages that stand there; what was taken down is missing
 (404), unless the one that `rewrites` is put in its place, where the module is installed.
 */
export function iisConfig(rewrites = false): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<!-- 司法所公开网站的 IIS 配置：${rewrites ? '装了“URL 重写”模块时，用它换下网站文件夹里的同名文件' : '放在网站文件夹里（已经放好）'}。放在子目录下时，请把这个文件夹设为“应用程序”。 -->`,
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
    ...(rewrites ? REWRITING : []),
    '    <httpErrors errorMode="Custom" existingResponse="Auto">',
    ...[404, 410].flatMap((status) => [
      `      <remove statusCode="${status}" />`,
      `      <error statusCode="${status}" path="404.html" responseMode="File" />`,
    ]),
    '    </httpErrors>',
    '    <security>',
    '      <requestFiltering>',
    '        <hiddenSegments>',
    ...[...SERVER_FILES, GONE]
      .filter((name) => name !== 'web.config')
      .flatMap((name) => [`          <remove segment="${name}" />`, `          <add segment="${name}" />`]),
    '        </hiddenSegments>',
    '      </requestFiltering>',
    '    </security>',
    '    <urlCompression doStaticCompression="true" />',
    '  </system.webServer>',
    ...EXEMPT.flatMap(exempt),
    ...HASHED.flatMap(kept),
    '</configuration>',
    '',
  ].join('\n');
}
