-- Demo people with some history, for the sandbox, local stacks and preview branches.
-- Runs as often as you like: what is there stays as it is. Ids end in the person's
-- number NN, match ids in the two numbers, and all times are counted back from now.

create temporary table demo_people (n integer, name text, born date, seen interval, bio text);
insert into demo_people values
  (0, 'Echo', '1990-01-01', '0:00',
    'I am not a person. Call me and I answer at once and repeat what I hear, so that you can try a call alone.'),
  (1, 'Maya', '1994-03-12', '0:02',
    'Paediatric nurse, weekend potter. I have opinions about mugs and I will share them.'),
  (2, 'Theo', '1992-08-25', '0:06',
    'I tune pianos for a living and play them badly for free. Looking for someone who hums in the kitchen.'),
  (3, 'Inês', '1998-11-04', '1:40',
    'Moved here from Porto with two suitcases and a sourdough starter. The starter is doing better than I am.'),
  (4, 'Kofi', '1989-05-19', '0:25',
    'Structural engineer. I cannot walk over a bridge without stopping in the middle to look down.'),
  (5, 'Nia', '1996-01-30', '3:10',
    'Radio producer: professionally nosy, privately shy. Ask me about the best voice I ever recorded.'),
  (6, 'Daniel', '1984-09-08', '9:00',
    'Dad of one very serious seven-year-old. We are currently learning the names of all the clouds.'),
  (7, 'Yuki', '2001-04-17', '0:11',
    'Doctoral student of moss. Yes, moss. Slow plant, fast talker, always early to the cinema.'),
  (8, 'Amara', '1991-12-02', '5:30',
    'Pastry chef, so my bedtime is nine and my Sundays smell of butter. I will fight you over crossword clues.'),
  (9, 'Malik', '1987-06-21', '1 day 2:00',
    'Bike mechanic with a soft spot for hopeless cases. Mondays are for the climbing wall.'),
  (10, 'Priya', '1995-10-09', '0:48',
    'I translate poetry and parking regulations. One of them pays the rent; guess which one I quote at parties.'),
  (11, 'Jonas', '1981-02-14', '2 days 4:00',
    'Forester. My idea of small talk is which tree you would be. I have been told to work on that.'),
  (12, 'Leila', '1999-07-27', '0:35',
    'Stage lighting by night, long breakfasts by noon. Will make any room look better, including yours.'),
  (13, 'Camila', '1993-05-30', '0:50',
    'I teach swimming to people who are afraid of water. So far nobody has stayed afraid, one has moved to a boat.'),
  (14, 'Tunde', '1990-10-12', '1:15',
    'I drive the night train and know what every town looks like asleep. Excellent company at five in the morning.'),
  (15, 'Ruben', '1988-02-03', '4:20',
    'Cheesemonger. I will not judge your fridge, but I will have questions.'),
  (16, 'Zola', '1997-08-16', '0:20',
    'Upholsterer with a van full of other people''s armchairs. I find the best things between the cushions.'),
  (17, 'Sol', '1995-12-21', '2:05',
    'I write crosswords for a small newspaper. Nine letters, "likes long walks and short clues".'),
  (18, 'Marisol', '1992-04-25', '6:40',
    'Beekeeper on four roofs. I come with honey and the occasional sting.'),
  (19, 'Adaeze', '1979-01-09', '3:30',
    'Judge by day, karaoke by night. The verdict on your duet will be fair.'),
  (20, 'Jules', '1999-03-07', '0:15',
    'I repair clocks that nobody needs any more. Always late, with the best excuses in town.'),
  (21, 'Mateo', '1994-09-19', '1:55',
    'Ferry captain on the shortest line in the country: eleven minutes, and I have a story for each of them.'),
  (22, 'Imani', '1986-11-28', '8:10',
    'Vet for very large animals. I have been stood on by better horses than yours.'),
  (23, 'Hana', '1996-06-14', '0:40',
    'I draw maps of places that do not exist. Looking for somebody to get lost in one with.'),
  (24, 'Safiya', '1998-01-22', '2:45',
    'Astronomer. I work nights and I promise it is exactly as romantic as it sounds, with more spreadsheets.');

create temporary table demo_facts (
  n integer, gender public.gender, looking_for public.intention, occupation text, hometown text, height integer,
  interests text[], languages text[]
);
insert into demo_facts values
  (1, 'woman', 'relationship', 'Paediatric nurse', 'Leeds', 168, '{Pottery,Night markets,Bad puns}', '{English,French}'),
  (2, 'man', 'relationship', 'Piano tuner', 'Ghent', 181, '{Piano,Cooking,Second-hand shops}', '{English,Dutch}'),
  (3, 'woman', 'unsure', 'Product designer', 'Porto', 162, '{Baking,Singing,Surfing}', '{Portuguese,English}'),
  (4, 'man', 'relationship', 'Structural engineer', 'Accra', 186, '{Bridges,Chips by the sea,Drawing}', '{English,Twi}'),
  (5, 'woman', 'relationship', 'Radio producer', 'Bristol', 171, '{Radio plays,Long trains,Swimming}', '{English}'),
  (6, 'man', 'relationship', 'Primary school teacher', 'Turin', 178, '{Clouds,Board games,Camping}', '{Italian,English}'),
  (7, 'woman', 'casual', 'Doctoral student', 'Sapporo', 159, '{Moss,Cinema,Magnifying glasses}', '{Japanese,English}'),
  (8, 'woman', 'relationship', 'Pastry chef', 'Lagos', 166, '{Crosswords,Butter,Early mornings}', '{English,Igbo,French}'),
  (9, 'man', 'friends', 'Bike mechanic', 'Marseille', 176, '{Climbing,Old bicycles,Vinyl}', '{French,Arabic,English}'),
  (10, 'woman', 'relationship', 'Translator', 'Kolkata', 164, '{Poetry,Readings,Tea}', '{Bengali,English,German}'),
  (11, 'man', 'relationship', 'Forester', 'Freiburg', 189, '{Trees,Woodwork,Silence}', '{German,English}'),
  (12, 'woman', 'unsure', 'Lighting technician', 'Beirut', 170, '{Theatre,Long breakfasts,Cycling}', '{Arabic,French,English}'),
  (13, 'woman', 'relationship', 'Swimming teacher', 'Valparaíso', 173, '{Open water,Ceramics,Dogs}', '{Spanish,English}'),
  (14, 'man', 'relationship', 'Train driver', 'Ibadan', 183, '{Night skies,Chess,Jollof rice}', '{Yoruba,English}'),
  (15, 'man', 'casual', 'Cheesemonger', 'Utrecht', 179, '{Cheese,Sailing,Pub quizzes}', '{Dutch,English}'),
  (16, 'woman', 'relationship', 'Upholsterer', 'Durban', 169, '{Flea markets,Dancing,Gardening}', '{Zulu,English}'),
  (17, 'nonbinary', 'unsure', 'Crossword setter', 'Nairobi', 174, '{Word games,Long walks,Jazz}', '{English,Swahili}'),
  (18, 'woman', 'relationship', 'Beekeeper', 'Oaxaca', 161, '{Bees,Roof gardens,Salsa}', '{Spanish,English}'),
  (19, 'woman', 'relationship', 'Judge', 'Enugu', 177, '{Karaoke,Detective novels,Opera}', '{English,Igbo}'),
  (20, 'nonbinary', 'friends', 'Clockmaker', 'Lyon', 172, '{Clocks,Juggling,Flea markets}', '{French,English}'),
  (21, 'man', 'relationship', 'Ferry captain', 'Cádiz', 180, '{Sailing,Guitar,Telling stories}', '{Spanish,English}'),
  (22, 'woman', 'relationship', 'Vet', 'Kampala', 175, '{Horses,Crime novels,Baking}', '{English,Luganda}'),
  (23, 'woman', 'unsure', 'Illustrator', 'Kyoto', 158, '{Maps,Drawing,Night walks}', '{Japanese,English}'),
  (24, 'woman', 'relationship', 'Astronomer', 'Amman', 167, '{Stars,Coffee,Hiking}', '{Arabic,English}');

create temporary table demo_ids as
  select n, ('00000000-0000-4000-8000-0000000001' || lpad(n::text, 2, '0'))::uuid as id from demo_people;

-- Hosted sign-in reads the four token columns as text and fails on null.
insert into auth.users (
  id, aud, role, email, email_confirmed_at, confirmation_token, recovery_token, email_change,
  email_change_token_new, raw_app_meta_data, raw_user_meta_data, created_at, updated_at
)
select
  id, 'authenticated', 'authenticated',
  case n when 0 then 'echo' else 'demo-' || lpad(n::text, 2, '0') end || '@users.duet.example',
  now() - interval '30 days', '', '', '', '',
  '{"provider": "email", "providers": ["email"]}', '{}', now() - interval '30 days', now() - interval '30 days'
from demo_ids
on conflict do nothing;

-- A column that only hosted projects have, and without which sign-in does not find the person.
do $$ begin
  if exists (
    select from information_schema.columns
    where table_schema = 'auth' and table_name = 'users' and column_name = 'instance_id'
  ) then
    execute $sql$
      update auth.users set instance_id = '00000000-0000-0000-0000-000000000000'
      where instance_id is null and email like '%@users.duet.example'
    $sql$;
  end if;
end $$;

insert into public.profiles (
  id, display_name, birth_date, bio, gender, looking_for, occupation, hometown, height_cm, interests, languages,
  last_seen_at, created_at, shuffle
)
select id, name, born, bio, gender, looking_for, occupation, hometown, height,
  coalesce(interests, '{}'), coalesce(languages, '{}'), now() - seen, now() - interval '30 days', id
from demo_people join demo_ids using (n) left join demo_facts using (n)
on conflict do nothing;

-- The first twelve have telephones; the others are there to be found.
insert into public.private_profiles (id, phone, email, takes_phone_calls)
select id, case when n between 1 and 12 then '+141555501' || lpad(n::text, 2, '0') end,
  case when n = 0 then 'echo@users.duet.example' when n > 12 then 'demo-' || n || '@users.duet.example' end,
  n between 1 and 6
from demo_ids
on conflict do nothing;

-- Nobody is shown a machine.
insert into public.discovery_preferences (profile_id, shown)
select id, false from demo_ids where n = 0
on conflict do nothing;

insert into public.likes (liker_id, liked_id, kind, created_at)
select liker.id, liked.id, 'like', now() - liker.n * interval '3 hours'
from (values (14, 1), (16, 1), (21, 1), (23, 1), (13, 2), (16, 2), (18, 2), (20, 2), (24, 3), (22, 4)) as demo_likes (a, b)
join demo_ids liker on liker.n = a join demo_ids liked on liked.n = b
on conflict do nothing;

-- Who is matched with whom, and how long ago each has read: null means up to now.
create temporary table demo_matches (a integer, b integer, since interval, a_read interval, b_read interval);
insert into demo_matches values
  (1, 2, '6 days', null, '0:30'),
  (1, 4, '4 days', '20:00', null),
  (1, 6, '12 days', null, null),
  (2, 3, '3 days', '1:30', null),
  (2, 5, '9 days', null, '2 days'),
  (3, 8, '7 days', null, null),
  (4, 7, '2 days', null, '0:20'),
  (5, 10, '5 days', '4:00', null),
  (6, 11, '11 days', null, null),
  (9, 12, '8 days', '1 day', null);
insert into demo_matches select n, 0, '13 days', null, null from demo_people where n between 1 and 12;

create temporary table demo_match_ids as
  select a, b, since, lpad(a::text, 2, '0') || lpad(b::text, 2, '0') as pair,
    ('10000000-0000-4000-8000-00000000' || lpad(a::text, 2, '0') || lpad(b::text, 2, '0'))::uuid as id
  from demo_matches;

insert into public.matches (id, created_at)
select id, now() - since from demo_match_ids
on conflict do nothing;

insert into public.match_members (match_id, profile_id, joined_at, last_read_at, call_permission)
select m.id, i.id, now() - d.since, now() - coalesce(case when i.n = d.a then d.a_read else d.b_read end, '0:00'), 'video'
from demo_matches d
join demo_match_ids m using (a, b)
join demo_ids i on i.n in (d.a, d.b)
on conflict do nothing;

create temporary table demo_messages (pair text, sender integer, ago interval, body text);
insert into demo_messages values
  ('0102', 1, '5 days 22:10', 'A piano tuner! Is it true you can hear a fridge being out of tune?'),
  ('0102', 2, '5 days 21:55', 'Mine hums a slightly flat B. I have learned to live with it.'),
  ('0102', 1, '5 days 21:52', 'You could just unplug it'),
  ('0102', 2, '5 days 21:50', 'And eat warm yoghurt in silence? No. We have an understanding.'),
  ('0102', 2, '4 days 12:20', 'How was the night shift?'),
  ('0102', 1, '4 days 6:05', 'A five-year-old asked me whether I live in the hospital, and when I said no she looked so sorry for me.'),
  ('0102', 2, '4 days 5:58', 'I hope you told her about the mugs.'),
  ('0102', 1, '4 days 5:41', 'I showed her pictures. She likes the wonky blue one. Correct answer, she may stay.'),
  ('0102', 2, '3 days 9:30', 'I tuned a grand today whose owner has not played since 1987. She sat down when I was done and did the whole first page of Clair de Lune from memory.'),
  ('0102', 1, '3 days 9:12', 'Stop it, I am on a bus and now I am the person crying on the bus'),
  ('0102', 2, '2 days 5:00', 'Would it be odd to just call? I type like a man wearing gloves.'),
  ('0102', 1, '2 days 4:57', 'Not odd. Give me ten minutes to get off this bus and look composed.'),
  ('0102', 1, '2 days 4:20', 'Well. You do not sound like gloves at all.'),
  ('0102', 2, '2 days 4:14', 'And you laugh exactly the way you type.'),
  ('0102', 1, '22:40', 'I tried you just now, but you are probably inside a piano'),
  ('0102', 2, '21:30', 'I was! Head first. Sorry. Is Saturday morning still good for the market?'),
  ('0102', 1, '20:50', 'Saturday is good. I will bring the wonky blue one for your coffee.'),
  ('0102', 2, '1:10', 'I have told the fridge about you.'),
  ('0102', 1, '0:18', 'And? What did it say'),
  ('0102', 1, '0:17', 'Please let it be a slightly sharp B'),
  ('0104', 4, '3 days 20:00', 'Serious question from a bridge person: do you stop in the middle too, or do you walk straight over?'),
  ('0104', 1, '3 days 19:30', 'Straight over. But I do say hello to the river, quietly.'),
  ('0104', 4, '3 days 19:21', 'That counts.'),
  ('0104', 1, '2 days 11:00', 'What is the worst bridge in town? I want gossip.'),
  ('0104', 4, '2 days 10:40', 'The footbridge behind the station. Perfectly safe. It just has no self-esteem.'),
  ('0104', 1, '23:10', 'I walked over it today and told it that it was doing great'),
  ('0104', 4, '19:45', 'This is the kindest thing anyone has done for infrastructure.'),
  ('0104', 4, '19:44', 'I have to inspect one on the coast on Sunday. The chips there are excellent. Just saying.'),
  ('0106', 6, '11 days 8:00', 'Hello Maya. My daughter saw your picture over my shoulder and says you look like someone who knows cloud names.'),
  ('0106', 1, '11 days 6:30', 'Tell her I know cumulus, and the flat one that looks like a spaceship'),
  ('0106', 6, '11 days 6:10', 'Lenticular. She is beside herself.'),
  ('0106', 1, '8 days 4:00', 'There was one over the car park this morning! I had nobody to tell.'),
  ('0106', 6, '8 days 3:30', 'You do now. Two of us.'),
  ('0203', 3, '2 days 18:00', 'You hum in kitchens, I sing in them. Could be a duet, could be a complaint from the neighbours.'),
  ('0203', 2, '2 days 16:20', 'I have good relations with my neighbours. I tuned their doorbell.'),
  ('0203', 3, '2 days 16:05', 'You did not'),
  ('0203', 2, '2 days 16:02', 'It was a minor third. Now it is a major third and they smile when people come.'),
  ('0203', 3, '1 day 3:40', 'I told my starter about the doorbell. It rose.'),
  ('0203', 3, '0:55', 'Also: I have a loaf too many. It is still warm. What do I do with this information?'),
  ('0205', 5, '8 days 7:00', 'I record people for a living. What would I hear if I put a microphone in your workshop?'),
  ('0205', 2, '8 days 6:10', 'One note, four hundred times. Then a sigh. Then the next note.'),
  ('0205', 5, '8 days 6:02', 'I would listen to that. I have put worse on air.'),
  ('0205', 2, '6 days 9:00', 'So who was the best voice you ever recorded?'),
  ('0205', 5, '6 days 7:45', 'A lighthouse keeper, eighty-one. He read me the shipping forecast like a love letter.'),
  ('0205', 2, '1 day 22:00', 'I looked him up. You made that programme? I have heard it twice, in the van, parked, unable to get out.'),
  ('0308', 8, '6 days 20:00', 'Sourdough person meets butter person. We should not be left alone with a kitchen.'),
  ('0308', 3, '6 days 18:40', 'Or we should, and someone should film it'),
  ('0308', 8, '6 days 18:30', 'Seven letters, "it lives on the counter and must be fed".'),
  ('0308', 3, '6 days 18:26', 'STARTER. Do I win a croissant?'),
  ('0308', 8, '6 days 18:20', 'You win the ugly one from every batch. They taste the same and they need a home.'),
  ('0308', 3, '4 days 2:00', 'The ugly one was the best thing that happened to me this week'),
  ('0308', 8, '3 days 17:00', 'Sorry I pressed you away, I had both arms in dough. Tomorrow?'),
  ('0308', 3, '3 days 16:50', 'Tomorrow. Dough first, always.'),
  ('0407', 7, '1 day 20:00', 'Do you know that the north pillar of your railway bridge has four kinds of moss on it?'),
  ('0407', 4, '1 day 19:10', 'I have drawings of that pillar going back to 1911 and not one of them mentions moss.'),
  ('0407', 7, '1 day 19:02', 'Amateurs.'),
  ('0407', 4, '1 day 1:00', 'Would you show me? I can get us onto the maintenance walkway, with helmets and everything.'),
  ('0407', 7, '1 day 0:50', 'Helmets! This is the most romantic message I have ever had, and I have been sent lichen.'),
  ('0407', 4, '0:15', 'Thursday at four, then. I will bring the drawings. You bring the magnifying glass.'),
  ('0510', 10, '4 days 12:00', 'A producer! I have a line that works in Bengali and dies in English. Would you tell me how it sounds?'),
  ('0510', 5, '4 days 11:20', 'Always. Send it, or better, read it to me.'),
  ('0510', 10, '4 days 11:00', '"The rain has learned my name and calls it from every roof."'),
  ('0510', 5, '4 days 10:48', 'Dies? I got goosebumps in a supermarket queue.'),
  ('0510', 10, '2 days 8:00', 'And the parking regulations: "Vehicles resting beyond their hour shall be moved without tenderness."'),
  ('0510', 5, '2 days 7:30', 'You made that up'),
  ('0510', 10, '2 days 7:29', 'Only the tenderness.'),
  ('0510', 10, '2:20', 'There is a reading on Friday in the old tram depot. No parking, obviously. Come?'),
  ('0611', 11, '10 days 10:00', 'Good evening. If you were a tree, which one?'),
  ('0611', 6, '10 days 8:00', 'My daughter answers for me: a chestnut, because of the pockets.'),
  ('0611', 11, '10 days 7:40', 'Because of the pockets?'),
  ('0611', 6, '10 days 7:35', 'Mine are always full of chestnuts. She puts them there.'),
  ('0611', 11, '9 days 21:00', 'That is the best reason I have heard in twenty years of asking.'),
  ('0912', 12, '7 days 4:00', 'I have a bike that has been declared dead by two shops. You like hopeless cases?'),
  ('0912', 9, '7 days 2:30', 'Send pictures. Do not let anyone else near it.'),
  ('0912', 9, '5 days 3:00', 'I have seen it. It is not dead, it is sulking. New bottom bracket and some kind words.'),
  ('0912', 12, '5 days 2:10', 'I can do the kind words. I do lighting, I can also do dramatic.'),
  ('0912', 9, '1 day 6:00', 'It rolls! I took it once round the block. It squeaks in a way that I think is laughter.'),
  ('0912', 12, '20:30', 'I am in the booth grinning like an idiot, the whole crew is asking. Can I fetch it tomorrow?'),
  ('0912', 12, '20:29', 'I will bring breakfast. At noon. That is when breakfast is.');
insert into demo_messages
select lpad(n::text, 2, '0') || '00', 0, '13 days'::interval + n * '0:01'::interval,
  'Hello ' || name || '! Call me and say something: I repeat what I hear.'
from demo_people where n between 1 and 12;
insert into demo_messages values
  ('0100', 1, '6 days 2:00', 'Testing, testing. Do you also repeat typing?'),
  ('0200', 2, '10 days 1:00', 'Called you with the piano lid open. You held the A beautifully.');

insert into public.messages (id, match_id, sender_id, body, created_at)
select ('20000000-0000-4000-8000-' || pair || lpad(row_number() over (partition by pair order by ago desc)::text, 8, '0'))::uuid,
  m.id, i.id, d.body, now() - d.ago
from demo_messages d join demo_match_ids m using (pair) join demo_ids i on i.n = d.sender
on conflict do nothing;

-- A group that the first person has made of two of her matches.
create temporary table demo_group_messages (n integer, sender integer, ago interval, kind public.message_kind, body text);
insert into demo_group_messages values
  (1, 1, '19:00', 'system', 'Maya started this group with Kofi and Theo'),
  (2, 1, '18:58', 'text', 'Theo, meet Kofi, who stops in the middle of bridges. Kofi, meet Theo, who has an understanding with his fridge.'),
  (3, 4, '18:40', 'text', 'Pleased to meet you both. The bridge on the coast has room for three on Sunday.'),
  (4, 2, '18:30', 'text', 'Does it hum? The good ones hum in the wind.'),
  (5, 4, '18:22', 'text', 'It is in my last report: "audible, harmless".'),
  (6, 2, '3:05', 'text', 'I am bringing a tuning fork. We will know by noon.'),
  (7, 4, '2:40', 'text', 'Train at 9:40, chips at twelve. Bring a scarf.');

insert into public.matches (id, kind, title, created_at)
values ('10000000-0000-4000-8000-000000010204', 'group', 'Chips on Sunday', now() - interval '19:00')
on conflict do nothing;

insert into public.match_members (match_id, profile_id, joined_at, last_read_at)
select '10000000-0000-4000-8000-000000010204', id, now() - interval '19:00',
  now() - case n when 1 then interval '3:00' else '0:00' end
from demo_ids where n in (1, 2, 4)
on conflict do nothing;

insert into public.messages (id, match_id, sender_id, kind, body, created_at)
select ('20000000-0000-4000-8000-010204' || lpad(d.n::text, 6, '0'))::uuid,
  '10000000-0000-4000-8000-000000010204', i.id, d.kind, d.body, now() - d.ago
from demo_group_messages d join demo_ids i on i.n = d.sender
on conflict do nothing;

insert into public.message_reactions (message_id, profile_id, emoji)
select m.id, i.id, r.emoji
from (
  values
    ('I have told the fridge about you.', 1, '❤️'),
    ('It is in my last report: "audible, harmless".', 2, '😂'),
    ('I am bringing a tuning fork. We will know by noon.', 1, '😂'),
    ('I am bringing a tuning fork. We will know by noon.', 4, '😂')
) as r (body, n, emoji)
join public.messages m using (body) join demo_ids i using (n)
on conflict do nothing;

-- Past calls. Each leaves its line in the chat by itself; the line only has to be moved to when it was.
create temporary table demo_calls (
  pair text, n integer, caller integer, callee integer, ago interval, status public.call_status, seconds integer, reason public.call_end_reason
);
insert into demo_calls values
  ('0102', 1, 2, 1, '2 days 4:46', 'completed', 1260, 'hangup'),
  ('0102', 2, 1, 2, '22:44', 'no-answer', 0, 'no-answer'),
  ('0100', 1, 1, 0, '6 days 1:50', 'completed', 47, 'hangup'),
  ('0200', 1, 2, 0, '10 days 1:10', 'completed', 95, 'hangup'),
  ('0106', 1, 6, 1, '8 days 3:20', 'completed', 242, 'hangup'),
  ('0205', 1, 5, 2, '6 days 7:30', 'canceled', 0, 'canceled'),
  ('0308', 1, 3, 8, '3 days 17:05', 'busy', 0, 'declined'),
  ('0407', 1, 4, 7, '1 day 0:45', 'completed', 318, 'hangup'),
  ('0510', 1, 10, 5, '2 days 7:00', 'completed', 2710, 'hangup'),
  ('0912', 1, 12, 9, '20:20', 'no-answer', 0, 'no-answer');

create temporary table demo_call_rows as
  select d.*, m.id as match_id, now() - ago as started_at,
    ('30000000-0000-4000-8000-' || pair || lpad(d.n::text, 8, '0'))::uuid as id,
    case when seconds > 0 then now() - ago + interval '9 seconds' end as answered_at,
    now() - ago + case status when 'no-answer' then interval '40 seconds' else interval '9 seconds' end
      + make_interval(secs => seconds) as ended_at
  from demo_calls d join demo_match_ids m using (pair);

insert into public.calls (
  id, provider_sid, kind, match_id, caller_id, status, started_at, answered_at, ended_at, duration_seconds, end_reason
)
select c.id, 'CA' || md5(c.id::text), 'voice', match_id, i.id, status, started_at, answered_at, ended_at, seconds, reason
from demo_call_rows c join demo_ids i on i.n = c.caller
on conflict do nothing;

insert into public.call_participants (id, call_id, leg_sid, profile_id, role, status, joined_at, left_at, duration_seconds)
select md5(c.id || role)::uuid, c.id, 'CA' || case role when 'caller' then md5(c.id::text) else md5(c.id || 'callee') end,
  i.id, role::public.call_role,
  case role when 'caller' then 'completed' else status end, answered_at, ended_at, seconds
from demo_call_rows c
cross join (values ('caller'), ('callee')) as legs (role)
join demo_ids i on i.n = case role when 'caller' then c.caller else c.callee end
on conflict do nothing;

update public.messages line set created_at = c.ended_at
from demo_call_rows c where line.call_id = c.id and line.created_at > now() - interval '1 minute';

drop table demo_call_rows, demo_calls, demo_group_messages, demo_messages, demo_match_ids, demo_matches, demo_ids, demo_facts, demo_people;
