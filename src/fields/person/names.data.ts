/** Common given and family names by region, put together at random: no line is a person. */
export interface NamePool {
  readonly female: readonly string[];
  readonly male: readonly string[];
  readonly family: readonly string[];
}

function pool(female: string, male: string, family: string): NamePool {
  return { female: female.split(' '), male: male.split(' '), family: family.split(' ') };
}

export const namePools: readonly NamePool[] = [
  pool(
    'Alice Amelia Charlotte Claire Diana Eleanor Emily Grace Hannah Helen Jane Julia Laura Lucy Margaret Olivia Rachel Rose Ruth Sarah',
    'Adam Andrew Arthur Charles Daniel David Edward Frank George Henry Jack James John Joseph Mark Oliver Paul Peter Robert Thomas William',
    'Abbott Adams Allen Bailey Baker Bennett Brooks Carter Chapman Clark Coleman Cooper Dawson Ellis Fisher Foster Gardner Gibson Graham Harper Harrison Hayes Hughes Hunter Jenkins Kelly Lawson Marshall Mason Miller Morgan Murray Newton Palmer Parker Porter Reed Russell Shaw Spencer Turner Walker Warren Watson Webb Young',
  ),
  pool(
    'Adriana Alejandra Ana Beatriz Camila Carmen Catalina Daniela Elena Gabriela Inés Isabel Lucía Luisa Marisol Pilar Rosa Sofía Valentina Ximena',
    'Alejandro Andrés Antonio Carlos Diego Eduardo Emilio Enrique Felipe Fernando Francisco Gonzalo Javier Jorge Luis Manuel Mateo Miguel Pablo Rafael',
    'Acosta Aguilar Álvarez Benítez Cabrera Campos Castillo Castro Cordero Cruz Delgado Díaz Domínguez Espinoza Flores Fuentes García Gómez Guerrero Gutiérrez Herrera Ibarra Jiménez León López Martínez Medina Mendoza Molina Moreno Navarro Núñez Ortega Paredes Peña Ramírez Reyes Ríos Romero Salazar Sánchez Soto Torres Vargas Vega',
  ),
  pool(
    'Adèle Agathe Anaïs Aurélie Camille Chloé Céline Delphine Élise Estelle Florence Juliette Léa Manon Mathilde Nathalie Océane Solène',
    'Adrien Alain Antoine Baptiste Benoît Bertrand Étienne Fabien Florian Gaspard Guillaume Hugo Jérôme Julien Laurent Lucien Mathieu Olivier',
    'Arnaud Aubert Barbier Beaumont Bernard Blanchard Boucher Bouvier Carpentier Chevalier Clément Colin Delacroix Deschamps Dubois Dufour Dupuis Durand Fontaine Fournier Garnier Gauthier Girard Lambert Laroche Leclerc Lefebvre Lemaire Leroy Marchand Mercier Moreau Morel Perrin Picard Renaud Richard Rousseau Roussel Simon Vidal Vincent',
  ),
  pool(
    'Anke Astrid Birgit Britta Elke Freya Greta Heidi Ingrid Johanna Karin Katrin Liesel Maren Signe Sigrid Silke Solveig Ursula',
    'Anders Axel Bernd Björn Dieter Erik Florian Gunnar Hans Henrik Jens Jürgen Klaus Lars Magnus Niels Otto Sven Ulrich Wolfgang',
    'Andersen Bauer Becker Berg Bergström Brandt Braun Dahl Eriksen Fischer Frank Fuchs Hansen Hartmann Hoffmann Holm Jensen Keller Klein Koch Köhler Krause Krüger Lange Larsen Lindqvist Ludwig Lund Maier Möller Nielsen Nilsson Olsen Peters Richter Schäfer Schneider Schreiber Schuster Seidel Sommer Vogel Wagner Weber Winkler Ziegler',
  ),
  pool(
    'Agnieszka Aleksandra Anastasia Dagmara Danica Ekaterina Galina Irina Jelena Joanna Katarzyna Ludmila Magdalena Milena Nadia Oksana Olga Svetlana Tatiana Zuzana',
    'Aleksander Bogdan Boris Damian Dimitri Goran Grigor Igor Jakub Kazimir Lech Marek Mikhail Milan Nikolai Oleg Pavel Piotr Stanislav Vladimir',
    'Adamczyk Babić Baran Bondarenko Cerny Dabrowski Dvorak Fedorov Georgiev Horak Horvat Ivanov Jankovic Jovanovic Kaminski Kolar Kovac Kovalenko Kowalski Kravets Kucera Lewandowski Lukic Majewski Marković Mazur Morozov Nikolic Novak Novotny Nowak Orlov Pavlov Petrov Popescu Sokolov Stankovic Svoboda Tesla Volkov Wojcik Zajac Zelenka',
  ),
  pool(
    'Aditi Amrita Ananya Anjali Asha Deepa Divya Gita Indira Kavita Lakshmi Leela Meera Nisha Padma Pooja Priya Radha Shanti Sunita',
    'Aditya Ajay Amit Anand Arjun Ashok Deepak Gopal Harish Kiran Manoj Mohan Naveen Prakash Rahul Rajesh Ravi Sanjay Suresh Vikram',
    'Agarwal Ahuja Banerjee Bhatt Bose Chakraborty Chandra Chatterjee Chopra Das Desai Deshpande Dutta Gandhi Ghosh Gupta Iyer Jain Joshi Kapoor Kaur Khanna Kulkarni Kumar Malhotra Mehta Mishra Mukherjee Nair Patel Pillai Rao Reddy Saxena Sen Shah Sharma Singh Sinha Srinivasan Thakur Trivedi Varma Yadav',
  ),
  pool(
    'Aisha Amal Amina Dalia Elif Farah Fatima Hala Huda Jamila Layla Leyla Mariam Nadine Noor Rania Salma Samira Yasmin Zahra Zeynep',
    'Ahmad Ali Amir Bilal Emre Faisal Farid Hakim Hamza Hassan Ibrahim Karim Khalid Mehmet Mustafa Nabil Omar Rashid Samir Tariq Yusuf',
    'Abbasi Abdullah Ahmadi Akbari Aksoy Alami Amiri Arslan Aydin Aziz Bakir Celik Darwish Demir Fahmy Farouk Ghanem Habib Haddad Hamdan Hashemi Hussein Ismail Kaplan Kaya Khalil Khoury Mahmoud Mansour Masri Najjar Nasser Othman Öztürk Qureshi Rahimi Saleh Sayegh Shaheen Sultan Tahir Yilmaz Zaki Zaman',
  ),
  pool(
    'Akiko Chiara Haruka Hyejin Jiayi Jisoo Keiko Lan Linh Mai Mei Mingzhu Naoko Sakura Soyeon Thuy Xiulan Yan Yoko Yuna',
    'Akira Bao Daichi Dong Hao Haruto Hiroshi Hyun Jian Jin Jun Kenji Minh Quang Ren Seojun Takeshi Tuan Wei Yichen',
    'Bui Cao Chan Chang Chen Cheng Choi Chung Dang Dinh Fujita Fukuda Goto Han Hayashi Ho Hoang Huang Inoue Ishikawa Ito Jung Kang Kato Kim Kimura Kwon Lau Le Lim Lin Liu Luo Mori Nakamura Ng Ngo Nguyen Park Pham Saito Sato Shin Song Suzuki Tanaka Tran Vo Wang Watanabe Wong Xu Yamada Yang Zhang Zhou',
  ),
  pool(
    'Abena Achieng Ada Adaeze Akosua Amara Asha Aminata Chiamaka Efua Fatou Folake Imani Makena Mariama Ngozi Nia Thandiwe Wanjiru Zola',
    'Abdou Ade Amadou Babatunde Chidi Chinedu Emeka Femi Jabari Kamau Kofi Kwame Lamine Mandla Musa Obinna Olu Sipho Tendai Tunde',
    'Abiola Acheampong Adebayo Adeyemi Afolabi Agyeman Akintola Amoah Appiah Asante Ba Balogun Banda Boateng Chukwu Dlamini Diallo Diop Eze Fofana Gathoni Ibe Jallow Kamara Keita Khumalo Koroma Mbeki Mensah Moyo Mutua Mwangi Ndiaye Njoroge Nkosi Nwosu Obi Odhiambo Okafor Okeke Okonkwo Otieno Owusu Sesay Sow Toure Traore',
  ),
  pool(
    'Alessia Angela Bianca Carlotta Chiara Eleni Federica Francesca Giada Giulia Ilaria Ioanna Katerina Lucia Martina Paola Silvia Sofia Stefania Vasiliki',
    'Alessandro Alexis Andrea Christos Claudio Dario Dimitris Enzo Fabio Giorgio Giovanni Kostas Lorenzo Luca Marco Matteo Nikos Riccardo Stefano Vincenzo',
    'Alexiou Angelopoulos Barbieri Basile Battaglia Bellini Bianchi Bruno Caruso Colombo Conti Costa Coppola DeLuca Dimitriou Esposito Fabbri Ferrara Ferrari Gallo Galli Georgiou Greco Ioannou Karagiannis Leone Lombardi Longo Mancini Marchetti Marini Martini Moretti Nikolaidis Pagano Papadakis Pappas Pellegrini Ricci Rinaldi Rizzo Romano Russo Santoro Serra Villa Vitale',
  ),
];
