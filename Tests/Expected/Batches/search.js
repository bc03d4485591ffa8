pysar(1,`#1
/2021/а
@Відділ кадрів
!performance-plan	built	.yaml	.html	.txt	.xml
ivasiv	Івасів Ольга	0	0	0	1	1
@Відділ "Ї"
!performance-plan	built	.yaml	.html	.txt	.control.html	.control.txt	.xml
%D0%BA%D0%B0%D0%BB%D0%B8%D0%BD%D0%B0 & co %231?	О’Калина <b>Петро</b>	1	1
/2021/б
!action-plan	built	.yml	-2.html	-2.txt	-2.xml
100%25		0	2	0	0	0	2
@Рада
!performance-plan	faulty	.yaml
bidi%E2%80%AE%07%60%24{x}%60	Прихо�ваний	2	3	1	1	0
/
!performance-plan	unsigned	.yaml
javascript:alert(1)		2	4
@
!	gone	.yaml
Зник		3	5
!	failed	.yaml
збій		3	6	1	0	0
`)
