import 'xmlbuilder2';
