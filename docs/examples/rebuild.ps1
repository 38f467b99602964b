# 重新生成并发布一次（IIS）。拷到 D:\rebuild.ps1，改好下面两个文件夹，用计划任务每天运行，以管理员身份登记一次：
#   schtasks /Create /TN open-office /SC DAILY /ST 00:10 /RL HIGHEST /TR "powershell -NoProfile -ExecutionPolicy Bypass -File D:\rebuild.ps1"
# IIS 里网站（或应用程序）的物理路径设为 D:\open-office\current。
# 有去向的（docs/whereabouts.md 第五节），publish 后面加上 --whereabouts 和数据分支的副本，不然当天的去向要等下一次 npm run whereabouts。
$ErrorActionPreference = 'Stop'
$source = 'D:\open-office-source'
$target = 'D:\open-office'
$log = Join-Path $source 'rebuild.log'

Set-Location $source
& git checkout --quiet -- content/redirects.json *>> $log
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
& git pull --quiet --ff-only *>> $log
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
& npm run --silent publish -- --lead-on --to $target *>> $log
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
& npm run --silent released -- --mark *>> $log
exit $LASTEXITCODE
