package demo

import "strings"

// nameGroup are names that are heard together. Any forename may stand before any surname of it; they
// are common names, and nobody in particular.
type nameGroup struct {
	surnames, women, men words
	language             string
}

// nameGroups are drawn from evenly; the first stands several times, as in most schools.
var nameGroups = []nameGroup{english, english, english, irish, polish, southAsian, westAfrican, arabic, iberian, turkish, eastAsian, balkan}

var english = nameGroup{
	surnames: `Ackroyd Aldous Barlow Beckett Blythe Bracken Caddick Chilvers Cotterill Crabbe Dacre Dunmore Eastwood Ellery Farrow Fenwick
		Garside Greaves Haddow Hallam Heron Ibbotson Jessop Kettlewell Kirkby Larkin Lovell Marlow Mossop Nettleton Oakes Pargeter Peverell Pocock
		Quill Radley Rowntree Sallow Sedgwick Tanner Thorne Underhill Varley Wainwright Weatherby Yarrow Young`,
	women: `Abigail Alice Beth Chloe Daisy Ella Emily Freya Gemma Grace Hannah Imogen Isabel Jasmine Kate Laura Lily Lucy Megan Molly Olivia Phoebe Poppy Rosie Sophie`,
	men:   `Adam Archie Ben Callum Charlie Daniel Edward Finley Freddie George Harry Henry Isaac Jacob James Joe Luke Matthew Noah Oliver Oscar Sam Thomas Toby William`,
}

var irish = nameGroup{
	surnames: `O'Brien O'Dowd O'Hanlon MacBride McGarry McTeague Ní~Bhriain Ó~Súilleabháin Keane Tierney Hegarty Lavelle Breathnach Evans Pugh Prosser Llewellyn Gwilym`,
	women:    `Aoife Bronagh Caoimhe Ciara Éabha Eleri Gráinne Mairéad Megan Niamh Nia Órla Róisín Seren Siobhán`,
	men:      `Aidan Cian Conor Dylan Eoin Fionn Gethin Liam Osian Pádraig Rhys Rory Ruairí Séamus`,
}

var polish = nameGroup{
	surnames: `Wójcik Kamińska Lewandowski Zieliński Szymańska Dąbrowski Kozłowski Jankowska Mazur Krawczyk Piotrowska Grabowski Pawłowska Michalski Król Wróbel Jabłońska Łukasik`,
	women:    `Agata Ania Dorota Ewa Gosia Joanna Kasia Łucja Magda Maja Ola Zofia Zuzanna`,
	men:      `Adam Antek Bartek Filip Jakub Kacper Łukasz Marek Michał Mikołaj Paweł Szymon Tomasz`,
	language: "Polish",
}

var southAsian = nameGroup{
	surnames: `Ahmed Akhtar Begum Chaudhry Desai Gill Hussain Islam Joshi Kapoor Kaur Khatun Mehta Miah Mistry Patel Rana Siddiqui Singh Uddin`,
	women:    `Aisha Amina Anjali Fatima Hafsa Jaspreet Khadija Maryam Meera Nadia Priya Rukhsana Sana Simran Zara`,
	men:      `Aarav Arjun Bilal Dev Faisal Hamza Harjit Ibrahim Imran Kabir Rohan Sajid Tariq Umar Zain`,
	language: "Urdu",
}

var westAfrican = nameGroup{
	surnames: `Abiola Achebe Adeleke Agyeman Akinola Amponsah Asante Balogun Boateng Danso Eze Mensah Nwosu Obi Ogunleye Owusu Sarpong Uzoma`,
	women:    `Abena Adaeze Akosua Ama Bisi Chioma Efua Esi Folake Ifeoma Kemi Ngozi Temi Yewande`,
	men:      `Ayo Chike Emeka Femi Ikenna Jide Kofi Kojo Kwabena Kwame Obinna Segun Tunde Yaw`,
	language: "Yoruba",
}

var arabic = nameGroup{
	surnames: `Abdullahi Al-Amin Aziz Barre Darwish El-Sayed Farah Hassan Ibrahim Jama Khalil Mansour Nasser Osman Qasim Saleh Warsame Youssef`,
	women:    `Amal Dalia Hamdi Hodan Huda Iman Layla Leila Maryan Nour Rania Salma Samira Yasmin`,
	men:      `Abdi Ahmed Ali Bilal Hassan Ismail Karim Khalid Mahad Omar Sami Tariq Yusuf Zakaria`,
	language: "Arabic",
}

var iberian = nameGroup{
	surnames: `Almeida Azevedo Barbosa Cardoso Domínguez Esteves Ferreira García~López Gonçalves Ibáñez Jiménez Monteiro Muñoz Nogueira Peña Quintero Ramírez Simões`,
	women:    `Ana Beatriz Carla Inês Júlia Lucía Mariana Marta Paula Rita Sofia Teresa Valentina`,
	men:      `André Bruno Diogo Gabriel Hugo João José Luís Mateo Miguel Nuno Rafael Tiago`,
	language: "Portuguese",
}

var turkish = nameGroup{
	surnames: `Aksoy Aydın Çelik Demir Doğan Erdoğdu Güneş Karaca Koç Öztürk Polat Şahin Tekin Toprak Uçar Yıldırım`,
	women:    `Aslı Ayşe Defne Ebru Elif Gül İpek Leyla Meltem Nazlı Sevda Zeynep`,
	men:      `Ali Barış Can Deniz Emre Kaan Mehmet Mert Murat Onur Ömer Selim`,
	language: "Turkish",
}

var eastAsian = nameGroup{
	surnames: `Chan Cheung Đặng Fong Hoàng Kwan Lam Lau Lê Leung Ng Phạm Santos Tan Trần Vũ Wong Yip Zhao`,
	women:    `Bảo Grace Hana Hui Jia Kim Lan Linh Mai Mei Min Thảo Xin Yi`,
	men:      `An Bo Dũng Hao Jun Kai Long Minh Nam Quân Ray Tuấn Wei Xiang`,
	language: "Chinese",
}

var balkan = nameGroup{
	surnames: `Berisha Bogdan Čović Dimitrov Đorđević Georgiev Hoxha Ionescu Ivanov Jovanović Krasniqi Marinović Munteanu Popescu Shehu Stoica Todorov Žunić`,
	women:    `Alina Ana Bianca Dijana Elira Irina Jelena Liliana Mirela Nataša Radka Teuta Vesna`,
	men:      `Andrei Arben Boris Dragan Goran Ilir Ion Luka Mihai Nikola Petar Stefan Vlad`,
	language: "Romanian",
}

// streets are in no town.
const streets words = `Tallow~Lane Larch~Row Ropewalk Cooper's~Yard Heron~Close Quarry~Road Mill~Race Old~Station~Road Bramble~Way Foundry~Street Lamplighter~Court
	Orchard~Rise Saddler's~Green Weir~Street Chandler~Mews Poplar~Crescent Teasel~Drive Wharf~View`

var staffTitles = []string{"Mrs", "Mr", "Ms", "Miss"}

// words are a list as one text, with spaces between; ~ stands for a space inside one.
type words string

// list are the words, taken apart at the first use.
func (m *maker) list(w words) []string {
	known, ok := m.lists[w]
	if !ok {
		known = strings.Fields(string(w))
		for i := range known {
			known[i] = strings.ReplaceAll(known[i], "~", " ")
		}
		m.lists[w] = known
	}
	return known
}
