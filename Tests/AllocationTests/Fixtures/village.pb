META
key;value
description;An invented village of three quarters
country;Nowhere
unit;Village
instance;2024
num_projects;6
num_votes;10
budget;1000
vote_type;approval
rule;greedy
date_begin;2024
date_end;2024
max_length;4
comment;"#1: made up; with a semicolon and a ""quotation"""
PROJECTS
project_id;cost;name;category;target;neighborhood;votes;selected
playground;500;Playground on the green;play,greenery;children;East;6;1
library;400;Books for the library;culture;children,elderly;West;5;1
benches;100;"Benches; and a table";greenery;elderly;East;3;0
bus;300;Evening bus;transport;;West;4;0
choir;150;Choir;culture;elderly;South;2;0
statue;900;Statue of the mayor;monuments;;South;0;0
VOTES
voter_id;vote;sex;age;neighborhood
1;playground,library;F;34;East
2;playground,benches;M;41;East
3;playground;F;28;East
4;playground,library,bus;M;52;East
5;playground,library;F;67;West
6;playground,benches,bus;M;71;West
7;library,bus;F;19;West
8;library,bus;M;25;West
9;choir,benches;F;80;South
10;choir;M;77;South
