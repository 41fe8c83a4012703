/** Names as pages print them, each with the canonical names that it stands for. By hand. */
type Named = readonly [printed: string, ...canonical: string[]];

export const PRODUCTS: Readonly<Record<string, Named[]>> = {
	'en-US': [
		[
			'Microsoft SQL Server 2000 Desktop Engine (MSDE 2000) Service Pack 4',
			'SQL Server 2000 Desktop Engine (MSDE) Service Pack 4',
		],
		['MSDE (Microsoft Data Engine) 1.0 Service Pack 4', 'Data Engine (MSDE) 1.0 Service Pack 4'],
		[
			'SQL Server Management Studio Express (SSMSE) 2005 x64 Edition',
			'SQL Server Management Studio Express 2005 for x64-based Systems',
		],
		[
			'Microsoft Visual Studio Team Foundation Server 2010 Service Pack 1',
			'Visual Studio Team Foundation Server 2010 Service Pack 1',
		],
		[
			'Microsoft Anti-Cross Site Scripting Library V3.x and Microsoft Anti-Cross Site Scripting Library V4.0',
			'Anti-Cross Site Scripting Library V3.x',
			'Anti-Cross Site Scripting Library V4.0',
		],
		['Microsoft Communications Server 2007 R2', 'Office Communications Server 2007 R2'],
		['Microsoft Communicator for Mac 2011', 'Communicator for Mac 2011'],
		['Microsoft Windows 2000 Service Pack 4', 'Windows 2000 Service Pack 4'],
		[
			'Windows XP Service Pack 2 and Windows XP Service Pack 3',
			'Windows XP Service Pack 2',
			'Windows XP Service Pack 3',
		],
		['Windows 2000, Service Pack 3, Service Pack 4', 'Windows 2000 Service Pack 3', 'Windows 2000 Service Pack 4'],
		['Windows XP Service Pack 2 and Service Pack 3', 'Windows XP Service Pack 2', 'Windows XP Service Pack 3'],
		[
			'Windows NT 4.0 SP6a (Workstation, Server, or Terminal Server Edition)',
			'Windows NT 4.0 Workstation Service Pack 6a',
			'Windows NT 4.0 Server Service Pack 6a',
			'Windows NT 4.0 Terminal Server Edition Service Pack 6a',
		],
		['Microsoft Word and Microsoft Excel 2003', 'Word 2003', 'Excel 2003'],
		['Microsoft Outlook (all versions 2002 and 2003)', 'Outlook 2002', 'Outlook 2003'],
		['Windows XP Service Pack 2 (SP2) or 3 (SP3)', 'Windows XP Service Pack 2', 'Windows XP Service Pack 3'],
		[
			'Windows Server 2003 with SP1 for Itanium-based Systems',
			'Windows Server 2003 for Itanium-based Systems Service Pack 1',
		],
		['Microsoft Windows XP 64-Bit Edition Version 2003 (Itanium)', 'Windows XP for Itanium-based Systems'],
		[
			'Microsoft Windows XP 64-Bit Edition Service Pack 1 (Itanium)',
			'Windows XP for Itanium-based Systems Service Pack 1',
		],
		['Microsoft Windows Server 2003 64-Bit Edition', 'Windows Server 2003 for Itanium-based Systems'],
		['Windows XP Professional x64 Edition', 'Windows XP Professional x64 Edition'],
		[
			'Microsoft Windows NT Workstation 4.0 Service Pack 6a and NT Server 4.0 Service Pack 6a with Active Desktop',
			'Windows NT 4.0 Workstation Service Pack 6a',
			'Windows NT 4.0 Server Service Pack 6a',
		],
		['Microsoft Windows NT Server 4.0 Service Pack 6a', 'Windows NT 4.0 Server Service Pack 6a'],
		[
			'Microsoft Windows NT Server 4.0 Terminal Server Edition Service Pack 6',
			'Windows NT 4.0 Server Terminal Server Edition Service Pack 6',
		],
		[
			'Windows Server 2016 for x64-based Systems (Server Core installation)',
			'Windows Server 2016 (Server Core installation)',
		],
		['Windows 10 Version 1607 for 32-bit Systems', 'Windows 10 Version 1607 for 32-bit Systems'],
		['2007 Microsoft Office System Service Pack 2', 'Office 2007 Service Pack 2'],
		['Microsoft Office 2010 Service Pack 2 (64-bit editions)', 'Office 2010 (64-bit) Service Pack 2'],
		[
			'Microsoft Office 2010 and Microsoft Office 2010 Service Pack 1 (32-bit editions)',
			'Office 2010 (32-bit)',
			'Office 2010 (32-bit) Service Pack 1',
		],
		[
			'Microsoft Office Compatibility Pack for Word, Excel, and PowerPoint 2007 File Formats Service Pack 3',
			'Office Compatibility Pack Service Pack 3',
		],
		['Microsoft Office Word 2003 Service Pack 3', 'Word 2003 Service Pack 3'],
		[
			'Microsoft Lync 2013 Service Pack 1 (64-bit)\n(Skype for Business)',
			'Lync 2013 (Skype for Business) (64-bit) Service Pack 1',
		],
		[
			'Microsoft Visual C++ 2005 Service Pack 1 Redistributable Package',
			'Visual C++ 2005 Redistributable Package Service Pack 1',
		],
		[
			'System Center Configuration Manager 2007 Service Pack 1',
			'System Center Configuration Manager 2007 Service Pack 1',
		],
		['Microsoft Exchange Server 2013 Cumulative Update 11 (3124557)', 'Exchange Server 2013 Cumulative Update 11'],
		['Microsoft .NET Framework 4.5/4.5.1/4.5.2', '.NET Framework 4.5/4.5.1/4.5.2'],
		['DirectX 9.0, 9.0a or 9.0b', 'DirectX 9.0', 'DirectX 9.0a', 'DirectX 9.0b'],
		['Windows® Internet Explorer® 8[1]', 'Internet Explorer 8'],
		['Windows Server 2012 R2 (win32k.sys)', 'Windows Server 2012 R2'],
		[
			'Microsoft Silverlight 5 when installed on all supported releases of Microsoft Windows clients',
			'Silverlight 5 when installed on Windows clients',
		],
		['Microsoft Windows', 'Windows'],
		['Microsoft Office Excel Viewer Service Pack 2', 'Excel Viewer 2007 Service Pack 2'],
	],
	'zh-TW': [
		['Windows XP Service Pack 2 及 Windows XP Service ack 3', 'Windows XP Service Pack 2', 'Windows XP Service Pack 3'],
		['Microsoft Office 2003 Web 元件 Service Pack 3', 'Office Web Components 2003 Service Pack 3'],
		[
			'適用於 32 位元系統的 Windows Server 2008 Service Pack 2 (Server Core 安裝)',
			'Windows Server 2008 for 32-bit Systems Service Pack 2 (Server Core installation)',
		],
		['Windows XP Service Pack 2 和 Service Pack 3', 'Windows XP Service Pack 2', 'Windows XP Service Pack 3'],
		[
			'具備 SP1 的 Itanium 系統 Microsoft Windows Server 2003',
			'Windows Server 2003 for Itanium-based Systems Service Pack 1',
		],
		[
			'適用於 x64 型系統的 Windows Server 2008 和適用於 x64 型系統的 Windows Server 2008 Service Pack 2',
			'Windows Server 2008 for x64-based Systems',
			'Windows Server 2008 for x64-based Systems Service Pack 2',
		],
		[
			'適用於 32 位元系統的 Windows Server 2008 和 Windows Server 2008 Service Pack 2',
			'Windows Server 2008 for 32-bit Systems',
			'Windows Server 2008 for 32-bit Systems Service Pack 2',
		],
		[
			'適用於 x64 型系統的 Windows Server 2008 R2 和適用於 x64 型系統的 Windows Server 2008 R2 Service Pack 1 (使用 Server Core 安裝)',
			'Windows Server 2008 R2 for x64-based Systems (Server Core installation)',
			'Windows Server 2008 R2 for x64-based Systems Service Pack 1 (Server Core installation)',
		],
		['Windows 7 x64 系統 Service Pack 1 (1)', 'Windows 7 for x64-based Systems Service Pack 1'],
		['適用於 64 位元系統的 Windows 8.1', 'Windows 8.1 for x64-based Systems'],
		['適用於 32 位元系統的 Windows 10 1511 版', 'Windows 10 Version 1511 for 32-bit Systems'],
		['Windows Server 2003 Itanium 系統 (含 SP2)', 'Windows Server 2003 for Itanium-based Systems Service Pack 2'],
		[
			'Microsoft Windows 98、Microsoft Windows 98 Second Edition (SE) 和 Microsoft Windows Millennium Edition (ME)',
			'Windows 98',
			'Windows 98 Second Edition',
			'Windows Millennium Edition',
		],
		['適用於 Word、Excel 及 PowerPoint 2007 檔案格式的 Microsoft Office 相容性套件', 'Office Compatibility Pack'],
		[
			'Microsoft Office SharePoint Server 2007 Service Pack 2 (32 位元版本)',
			'SharePoint Server 2007 (32-bit) Service Pack 2',
		],
		[
			'Windows XP Service Pack 3 (英文下載更新程式)\nWindows XP Service Pack 3 (中文下載更新程式)',
			'Windows XP Service Pack 3',
		],
		['適用於 x64 型系統的 Windows 8.1 每月彙總套件', 'Windows 8.1 for x64-based Systems'],
		['Microsoft Lync 2010 Attendee\n(使用者層級安裝)', 'Lync 2010 Attendee (user level install)'],
		['安裝在 Mac 上的 Microsoft Silverlight 5', 'Silverlight 5 when installed on Apple Mac OS (Intel-based)'],
		['RDP 6.1 版', 'Remote Desktop Connection 6.1 Client'],
		['Windows 筆記本', 'Journal'],
	],
	'cs-CZ': [
		[
			'SQL Server 2005 Express Edition se službou Advanced Services Service Pack 3',
			'SQL Server 2005 Express Edition with Advanced Services Service Pack 3',
		],
		[
			'Microsoft Windows XP Service Pack 2 a Windows XP Service Pack 3',
			'Windows XP Service Pack 2',
			'Windows XP Service Pack 3',
		],
		['Windows Server 2008 pro 32bitové systémy', 'Windows Server 2008 for 32-bit Systems'],
		[
			'Windows Server 2003 SP1 pro systémy s procesorem Itanium a Windows Server 2003 SP2 pro systémy s procesorem Itanium',
			'Windows Server 2003 for Itanium-based Systems Service Pack 1',
			'Windows Server 2003 for Itanium-based Systems Service Pack 2',
		],
		[
			'Microsoft Windows Server 2003 s aktualizací SP2 pro systémy s procesorem Itanium',
			'Windows Server 2003 for Itanium-based Systems Service Pack 2',
		],
		['Windows 7 pro systémy s procesorem x64 Service Pack 1', 'Windows 7 for x64-based Systems Service Pack 1'],
		['Microsoft Windows 98 Druhé vydání (SE)', 'Windows 98 Second Edition'],
		['Řada produktů Microsoft Windows Server 2003 x64 Edition', 'Windows Server 2003 x64 Edition'],
		['Systém Microsoft Office 2007 Service Pack 1', 'Office 2007 Service Pack 1'],
		['Microsoft Office SharePoint Server 2007 (64bitové edice)', 'SharePoint Server 2007 (64-bit)'],
		[
			'Sada Microsoft Office Compatibility Pack pro formáty souborů aplikací Word, Excel a PowerPoint 2007 Service Pack 1',
			'Office Compatibility Pack Service Pack 1',
		],
		['Microsoft Excel v. X pro Mac', 'Excel X for Mac'],
		['Microsoft Windows XP Service Pack 2 – stáhnout aktualizaci (KB912919)', 'Windows XP Service Pack 2'],
		['Microsoft JScript 5.6 a 5.5', 'JScript 5.6', 'JScript 5.5'],
		[
			'Microsoft Office 2003 Service Pack 1 nebo Service Pack 2',
			'Office 2003 Service Pack 1',
			'Office 2003 Service Pack 2',
		],
	],
	'da-DK': [
		['Kompatibilitetspakke til Microsoft Office Service Pack 2', 'Office Compatibility Pack Service Pack 2'],
		[
			'Windows Server 2003 med SP2 til Itanium-baserede systemer',
			'Windows Server 2003 for Itanium-based Systems Service Pack 2',
		],
		['Windows Server 2008 til 32-bit-systemer Service Pack 2', 'Windows Server 2008 for 32-bit Systems Service Pack 2'],
		['Windows Server 2008 til32-bit-systemer*', 'Windows Server 2008 for 32-bit Systems'],
		['Windows Vista Service Pack 1 og Service Pack 2', 'Windows Vista Service Pack 1', 'Windows Vista Service Pack 2'],
		[
			'Windows Vista x64 Edition, Windows Vista x64 Edition Service Pack 1 og Windows Vista x64 Edition Service Pack 2',
			'Windows Vista x64 Edition',
			'Windows Vista x64 Edition Service Pack 1',
			'Windows Vista x64 Edition Service Pack 2',
		],
		[
			'Microsoft Windows 98, Microsoft Windows 98 – 2. udgave og Microsoft Windows Millennium Edition (ME)',
			'Windows 98',
			'Windows 98 Second Edition',
			'Windows Millennium Edition',
		],
		['Microsoft Excel 2004 til Mac', 'Excel 2004 for Mac'],
		['Microsoft Internet Information Services 7.0 (FTP Service 6.0)', 'Internet Information Services 7.0'],
		['Windows Live Messenger (versioner før 14.0.8089)', 'Windows Live Messenger'],
		['Windows 7 Beta til x64-baserede systemer', 'Windows 7 Beta for x64-based Systems'],
	],
	'pt-BR': [
		[
			'SQL Server 2005 Express Edition com Advanced Services Service Pack 2',
			'SQL Server 2005 Express Edition with Advanced Services Service Pack 2',
		],
		[
			'Windows Server 2003 com SP2 para sistemas baseados no Itanium',
			'Windows Server 2003 for Itanium-based Systems Service Pack 2',
		],
		['Windows 7 para Sistemas Service Pack 1 baseados em x64', 'Windows 7 for x64-based Systems Service Pack 1'],
		[
			'Windows Server 2008 R2 Service Pack 1 para sistemas baseados no Itanium',
			'Windows Server 2008 R2 for Itanium-based Systems Service Pack 1',
		],
		[
			'Windows Server 2008 Service Pack 2 para sistemas de 32 bits (instalação Server Core)',
			'Windows Server 2008 for 32-bit Systems Service Pack 2 (Server Core installation)',
		],
		['Versão 1511 do Windows 10 para sistemas baseados em x64', 'Windows 10 Version 1511 for x64-based Systems'],
		['Windows 8,1 para sistemas de 64 bits', 'Windows 8.1 for x64-based Systems'],
		['Microsoft .NET Framework 3,5', '.NET Framework 3.5'],
		['Sistema Microsoft Office 2007 Service Pack 2', 'Office 2007 Service Pack 2'],
		['Microsoft Office 2004 para Mac', 'Office 2004 for Mac'],
		['Microsoft Office 2016 (edição de 64 bits)', 'Office 2016 (64-bit)'],
		[
			'Pacote de compatibilidade do Microsoft Office para formatos de arquivos do Word, Excel e PowerPoint 2007 Service Pack 2',
			'Office Compatibility Pack Service Pack 2',
		],
		['Família do Microsoft Windows Server 2003 x64 Edition', 'Windows Server 2003 x64 Edition'],
		[
			'Windows 7 Service Pack 1 para sistemas com base em x64 Apenas segurança',
			'Windows 7 for x64-based Systems Service Pack 1',
		],
		[
			'Microsoft Silverlight 5 quando instalado em todas as versões com suporte de servidores Microsoft Windows',
			'Silverlight 5 when installed on Windows servers',
		],
		[
			'Microsoft Excel 2003 Service Pack 3\nMicrosoft Excel Viewer 2003',
			'Excel 2003 Service Pack 3',
			'Excel Viewer 2003',
		],
		['Serviços de Informações da Internet 7.5', 'Internet Information Services 7.5'],
	],
};

/** A component on products: its canonical name first. */
export const COMPONENTS: Readonly<Record<string, Named[]>> = {
	'en-US': [
		[
			'Internet Explorer 5.01 SP4 on Windows 2000 SP4',
			'Internet Explorer 5.01 Service Pack 4',
			'Windows 2000 Service Pack 4',
		],
		['Windows XP SP1Windows Media Player 9', 'Windows Media Player 9 Series', 'Windows XP Service Pack 1'],
		[
			'Microsoft .NET Framework 4 when installed on Windows Server 2008 R2 for x64-based Systems (Server Core installation)',
			'.NET Framework 4',
			'Windows Server 2008 R2 for x64-based Systems (Server Core installation)',
		],
	],
	'zh-TW': [
		[
			'Microsoft Windows 2000 Service Pack 4 中的 Internet Explorer 5.01 SP4',
			'Internet Explorer 5.01 Service Pack 4',
			'Windows 2000 Service Pack 4',
		],
		[
			'適用於 Windows Server 2003 Service Pack 1 和 Windows Server 2003 Service Pack 2 的 Internet Explorer 7',
			'Internet Explorer 7',
			'Windows Server 2003 Service Pack 1',
			'Windows Server 2003 Service Pack 2',
		],
		[
			'安裝在適用於 Itanium 系統之 Windows Server 2008 Service Pack 2 上的 Microsoft .NET Framework 4',
			'.NET Framework 4',
			'Windows Server 2008 for Itanium-based Systems Service Pack 2',
		],
		[
			'執行 Microsoft Data Access Components 2.8 的 Microsoft Windows Server 2003',
			'Data Access Components 2.8',
			'Windows Server 2003',
		],
		[
			'Windows Server 2012 上的 Microsoft .NET Framework 4.5 (Server Core 安裝)',
			'.NET Framework 4.5',
			'Windows Server 2012 (Server Core installation)',
		],
		[
			'Windows Vista Service Pack 2 (已安裝遠端桌面用戶端 7.0)',
			'Remote Desktop Client 7.0',
			'Windows Vista Service Pack 2',
		],
		[
			'在 Microsoft SharePoint Server 2007 Service Pack 2 (64 位元版本) 上的 Excel Services',
			'Excel Services',
			'SharePoint Server 2007 (64-bit) Service Pack 2',
		],
	],
	'cs-CZ': [
		[
			'Internet Explorer 6 Service Pack 1 v systému Microsoft Windows 98, v systému Microsoft Windows 98 SE nebo v systému Microsoft Windows Millennium Edition',
			'Internet Explorer 6 Service Pack 1',
			'Windows 98',
			'Windows 98 Second Edition',
			'Windows Millennium Edition',
		],
		[
			'Microsoft XML Core Services 4.0 při instalaci v systému Windows Vista a Windows Vista Service Pack 1',
			'XML Core Services 4.0',
			'Windows Vista',
			'Windows Vista Service Pack 1',
		],
		[
			'Aplikace Internet Explorer 7 v systému Windows Vista a aplikace Internet Explorer 7 v systému Windows Vista Service Pack 1',
			'Internet Explorer 7',
			'Windows Vista',
			'Windows Vista Service Pack 1',
		],
	],
	'da-DK': [
		[
			'Internet Explorer 6 til Microsoft Windows Server 2003 til Itanium-baserede systemer og Microsoft Windows XP Professional x64 Edition',
			'Internet Explorer 6',
			'Windows Server 2003 for Itanium-based Systems',
			'Windows XP Professional x64 Edition',
		],
		['Windows XP Service Pack 2 med Internet Explorer 7', 'Internet Explorer 7', 'Windows XP Service Pack 2'],
	],
	'pt-BR': [
		[
			'Internet Explorer 10 para sistemas Windows 7 32 bits Service Pack 1',
			'Internet Explorer 10',
			'Windows 7 for 32-bit Systems Service Pack 1',
		],
		[
			'Microsoft .NET Framework 4 quando instalado em sistemas Windows Server 2008 R2 baseados em x64 Service Pack 1',
			'.NET Framework 4',
			'Windows Server 2008 R2 for x64-based Systems Service Pack 1',
		],
		[
			'Internet Explorer 8 no Windows Vista Service Pack 1 e Windows Vista Service Pack 2',
			'Internet Explorer 8',
			'Windows Vista Service Pack 1',
			'Windows Vista Service Pack 2',
		],
		[
			'Windows 7 para Sistemas Service Pack 1 baseados em x64 (Windows GDI+) (2957503)',
			'Windows GDI+',
			'Windows 7 for x64-based Systems Service Pack 1',
		],
	],
};

/** Cells that name no product, or none that is known. */
export const UNKNOWN: readonly (readonly [locale: string, printed: string])[] = [
	['en-US', ''],
	['en-US', 'Contoso Server 2003'],
	['en-US', 'Windows Contoso'],
	['en-US', 'Office Contoso 2003 Service Pack 3'],
	['en-US', 'Windows Server 20003'],
	['en-US', 'Service Pack 3'],
	['en-US', 'Windows Service Pack 4'],
	['en-US', 'Windows XP (Server Core installation)'],
	['en-US', 'STD11, PPT11, PRO11SB'],
	['en-US', 'Controls created with a vulnerable Active Template Library for Windows XP'],
	['zh-TW', 'Server Core 安裝選項'],
	['zh-TW', '不適用'],
	[
		'cs-CZ',
		'Poznámka: Aktualizace zabezpečení systémů Microsoft Windows Server 2003 jsou určeny také pro systém Windows Server 2003 R2.',
	],
	['da-DK', 'Programmer, der ikke berøres'],
	['pt-BR', 'Não executa uma versão vulnerável do Mecanismo de Proteção contra Software mal-intencionado'],
];
