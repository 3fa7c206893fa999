"""The works that the rules cite. Generated from `references.json`: do not edit.

`make format`, `make test` and `make serve` write it anew.
"""

from bfr_rules.citation import Work

WORKS: dict[str, Work] = {
    "abe2005": Work(
        key="abe2005",
        short="Abe et al. 2005",
        title=(
            "Eight days KAATSU-resistance training improved sprint but not jump performance in "
            "collegiate male track and field athletes"
        ),
        year=2005,
        url="",
    ),
    "abe2006": Work(
        key="abe2006",
        short="Abe et al. 2006",
        title=(
            "Muscle size and strength are increased following walk training with restricted "
            "venous blood flow from the leg muscle, Kaatsu-walk training"
        ),
        year=2006,
        url="https://doi.org/10.1152/japplphysiol.01267.2005",
    ),
    "abe2010cycle": Work(
        key="abe2010cycle",
        short="Abe et al. 2010a",
        title=(
            "Effects of Low-Intensity Cycle Training with Restricted Leg Blood Flow on Thigh "
            "Muscle Volume and VO2max in Young Men"
        ),
        year=2010,
        url="",
    ),
    "abe2010walk": Work(
        key="abe2010walk",
        short="Abe et al. 2010b",
        title=(
            "Effects of Low-Intensity Walk Training With Restricted Leg Blood Flow on Muscle "
            "Strength and Aerobic Capacity in Older Adults"
        ),
        year=2010,
        url="https://doi.org/10.1097/JPT.0b013e3181d07a73",
    ),
    "aclaop2023": Work(
        key="aclaop2023",
        short="Li et al. 2023",
        title=(
            "Effect of quadriceps training at different levels of blood flow restriction on "
            "quadriceps strength and thickness in the mid-term postoperative period after "
            "anterior cruciate ligament reconstruction: a randomized controlled external pilot "
            "study"
        ),
        year=2023,
        url="https://doi.org/10.1186/s12891-023-06483-x",
    ),
    "bell2018": Work(
        key="bell2018",
        short="Bell et al. 2018",
        title=(
            "An investigation into setting the blood flow restriction pressure based on "
            "perception of tightness"
        ),
        year=2018,
        url="",
    ),
    "bell2020": Work(
        key="bell2020",
        short="Bell et al. 2020",
        title=(
            "The Perceived Tightness Scale Does Not Provide Reliable Estimates of Blood Flow "
            "Restriction Pressure"
        ),
        year=2020,
        url="https://doi.org/10.1123/jsr.2018-0439",
    ),
    "bielitzki2021": Work(
        key="bielitzki2021",
        short="Bielitzki et al. 2021",
        title=(
            "Current Techniques Used for Practical Blood Flow Restriction Training: A Systematic "
            "Review"
        ),
        year=2021,
        url="https://doi.org/10.1519/JSC.0000000000004104",
    ),
    "bommasamudram2025": Work(
        key="bommasamudram2025",
        short="Bommasamudram et al. 2025",
        title=(
            "A comparison of blood flow restriction devices to assess limb occlusion pressure in "
            "supine and standing positions"
        ),
        year=2025,
        url="https://doi.org/10.3389/fspor.2025.1654522",
    ),
    "bond2019": Work(
        key="bond2019",
        short="Bond et al. 2019",
        title=(
            "Blood Flow Restriction Resistance Exercise as a Rehabilitation Modality Following "
            "Orthopaedic Surgery: A Review of Venous Thromboembolism Risk"
        ),
        year=2019,
        url="https://doi.org/10.2519/jospt.2019.8375",
    ),
    "brekke2020": Work(
        key="brekke2020",
        short="Brekke et al. 2020",
        title=(
            "The Validity and Reliability of the Handheld Oximeter to Determine Limb Occlusion "
            "Pressure for Blood Flow Restriction Exercise in the Lower Extremity"
        ),
        year=2020,
        url="https://doi.org/10.26603/ijspt20200783",
    ),
    "brown2018": Work(
        key="brown2018",
        short="Brown et al. 2018",
        title="Factors affecting occlusion pressure and ischemic preconditioning",
        year=2018,
        url="https://doi.org/10.1080/17461391.2017.1421712",
    ),
    "brzycki1993": Work(
        key="brzycki1993",
        short="Brzycki 1993",
        title="Strength Testing – Predicting a One-Rep Max from Reps-to-Fatigue",
        year=1993,
        url="",
    ),
    "bstrong_help": Work(
        key="bstrong_help",
        short="B Strong",
        title="Who should not do this?; FAQs",
        year=None,
        url="",
    ),
    "bsu2024": Work(
        key="bsu2024",
        short="Ma et al. 2024",
        title=(
            "Blood flow restriction combined with resistance training on muscle strength and "
            "thickness improvement in young adults: a systematic review, meta-analysis, and "
            "meta-regression"
        ),
        year=2024,
        url="https://doi.org/10.3389/fphys.2024.1379605",
    ),
    "buckner2017": Work(
        key="buckner2017",
        short="Buckner et al. 2017",
        title="Influence of cuff material on blood flow restriction stimulus in the upper body",
        year=2017,
        url="https://doi.org/10.1007/s12576-016-0457-0",
    ),
    "centner2019tendon": Work(
        key="centner2019tendon",
        short="Centner et al. 2019b",
        title=(
            "Low-load blood flow restriction training induces similar morphological and "
            "mechanical Achilles tendon adaptations compared with high-load resistance training"
        ),
        year=2019,
        url="https://doi.org/10.1152/japplphysiol.00602.2019",
    ),
    "cirilo2019": Work(
        key="cirilo2019",
        short="Cirilo-Sousa et al. 2019",
        title="Predictive equation for blood flow restriction training",
        year=2019,
        url="http://www.scielo.br/scielo.php?script=sci_arttext&pid=S1517-86922019000600494",
    ),
    "cristinaoliveira2020": Work(
        key="cristinaoliveira2020",
        short="Cristina-Oliveira et al. 2020",
        title=(
            "Clinical safety of blood flow-restricted training? A comprehensive review of altered"
            " muscle metaboreflex in cardiovascular disease during ischemic exercise"
        ),
        year=2020,
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC7002866/",
    ),
    "dequeiros2024": Work(
        key="dequeiros2024",
        short="de Queiros et al. 2024",
        title=(
            "Hypertrophic effects of low-load blood flow restriction training with different "
            "repetition schemes: a systematic review and meta-analysis"
        ),
        year=2024,
        url="https://doi.org/10.7717/peerj.17195",
    ),
    "domingos2018": Work(
        key="domingos2018",
        short="Domingos & Polito 2018",
        title=(
            "Blood pressure response between resistance exercise with and without blood flow "
            "restriction: A systematic review and meta-analysis"
        ),
        year=2018,
        url="https://pubmed.ncbi.nlm.nih.gov/30086274/",
    ),
    "doppler2023": Work(
        key="doppler2023",
        short="Vehrs et al. 2023b",
        title="Use of a handheld Doppler to measure brachial and femoral artery occlusion pressure",
        year=2023,
        url="https://doi.org/10.3389/fphys.2023.1239582",
    ),
    "elevate_pt": Work(
        key="elevate_pt",
        short="Elevate Physical Therapy",
        title="What is Blood Flow Restriction (BFR) for Post Operative Rehabilitation?",
        year=None,
        url="",
    ),
    "elite_ebook": Work(
        key="elite_ebook",
        short="Elite Learning",
        title=(
            "Blood Flow Restriction Training: Understanding the Safety, Mechanisms, and Efficacy,"
            " 2nd Edition: Summary"
        ),
        year=None,
        url="",
    ),
    "epley1985": Work(
        key="epley1985",
        short="Epley 1985",
        title="Poundage chart",
        year=1985,
        url="",
    ),
    "exknee2020": Work(
        key="exknee2020",
        short="Jørgensen et al. 2020",
        title=(
            "Efficacy of low-load blood flow restricted resistance EXercise in patients with Knee"
            " osteoarthritis scheduled for total knee replacement (EXKnee): protocol for a "
            "multicentre randomised controlled trial"
        ),
        year=2020,
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC7534706/",
    ),
    "fitcuffs_guide": Work(
        key="fitcuffs_guide",
        short="Fit Cuffs",
        title="The Complete BFR Guide; Is BFR Safe?; How to Use Fit Cuffs",
        year=None,
        url="https://fitcuffs.com/bfr-guide/",
    ),
    "footartery2025": Work(
        key="footartery2025",
        short="Foot artery case 2025",
        title=(
            "Dorsalis pedis artery thrombosis after blood flow restriction training in an elite "
            "rugby player: a complex and cautionary tale"
        ),
        year=2025,
        url="https://doi.org/10.1136/bcr-2024-263760",
    ),
    "forge_bfr": Work(
        key="forge_bfr",
        short="Forge Health",
        title="Instructions for Forge Cuff",
        year=None,
        url="https://forgehealth.co.za/pages/bfr-instuctions",
    ),
    "formiga2020": Work(
        key="formiga2020",
        short="Formiga et al. 2020",
        title=(
            "Effect of aerobic exercise training with and without blood flow restriction on "
            "aerobic capacity in healthy young adults: a systematic review with meta-analysis"
        ),
        year=2020,
        url="",
    ),
    "galloway_pt": Work(
        key="galloway_pt",
        short="Galloway Therapy",
        title="BFR Contraindications",
        year=None,
        url="",
    ),
    "garber2011": Work(
        key="garber2011",
        short="Garber et al. 2011",
        title=(
            "Quantity and Quality of Exercise for Developing and Maintaining Cardiorespiratory, "
            "Musculoskeletal, and Neuromotor Fitness in Apparently Healthy Adults: Guidance for "
            "Prescribing Exercise"
        ),
        year=2011,
        url="https://doi.org/10.1249/MSS.0b013e318213fefb",
    ),
    "gellish2007": Work(
        key="gellish2007",
        short="Gellish et al. 2007",
        title="Longitudinal Modeling of the Relationship between Age and Maximal Heart Rate",
        year=2007,
        url="",
    ),
    "hackett2017": Work(
        key="hackett2017",
        short="Hackett et al. 2017",
        title="Accuracy in Estimating Repetitions to Failure During Resistance Exercise",
        year=2017,
        url="https://doi.org/10.1519/JSC.0000000000001683",
    ),
    "haff2016": Work(
        key="haff2016",
        short="Haff & Triplett 2016",
        title="Essentials of Strength Training and Conditioning",
        year=2016,
        url="",
    ),
    "halperin2022": Work(
        key="halperin2022",
        short="Halperin et al. 2022",
        title=(
            "Accuracy in Predicting Repetitions to Task Failure in Resistance Exercise: A Scoping"
            " Review and Exploratory Meta-analysis"
        ),
        year=2022,
        url="https://doi.org/10.1007/s40279-021-01559-x",
    ),
    "hughes2018": Work(
        key="hughes2018",
        short="Hughes et al. 2018",
        title=(
            "Influence and reliability of lower-limb arterial occlusion pressure at different "
            "body positions"
        ),
        year=2018,
        url="https://doi.org/10.7717/peerj.4697",
    ),
    "hughes2019": Work(
        key="hughes2019",
        short="Hughes et al. 2019",
        title=(
            "Comparing the Effectiveness of Blood Flow Restriction and Traditional Heavy Load "
            "Resistance Training in the Post-Surgery Rehabilitation of Anterior Cruciate Ligament"
            " Reconstruction Patients: A UK National Health Service Randomised Controlled Trial"
        ),
        year=2019,
        url="https://doi.org/10.1007/s40279-019-01137-2",
    ),
    "hutchins2010": Work(
        key="hutchins2010",
        short="Hutchins & Gearhart 2010",
        title=(
            "Exactitud de las ecuaciones de estimación de 1 RM para los ejercicios de press de "
            "banca y curl de bíceps"
        ),
        year=2010,
        url=(
            "https://g-se.com/exactitud-de-las-ecuaciones-de-estimacion-de-1-rm-para-los-ejercici"
            "os-de-press-de-banca-y-curl-de-biceps-1263-sa-X57cfb271df7d0"
        ),
    ),
    "inflation2023": Work(
        key="inflation2023",
        short="Vehrs et al. 2023a",
        title=(
            "Comparison of Two Cuff Inflation Protocols to Measure Arterial Occlusion Pressure in"
            " Males and Females"
        ),
        year=2023,
        url="https://doi.org/10.3390/app13031438",
    ),
    "jakobsen2022": Work(
        key="jakobsen2022",
        short="Jakobsen et al. 2022",
        title=(
            "Blood flow restriction added to usual care exercise in patients with early weight "
            "bearing restrictions after cartilage or meniscus repair in the knee joint: a "
            "feasibility study"
        ),
        year=2022,
        url="https://doi.org/10.1186/s40634-022-00533-4",
    ),
    "jessee2018": Work(
        key="jessee2018",
        short="Jessee et al. 2018",
        title=(
            "Muscle Adaptations to High-Load Training and Very Low-Load Training With and Without"
            " Blood Flow Restriction"
        ),
        year=2018,
        url="",
    ),
    "jessee2019": Work(
        key="jessee2019",
        short="Jessee et al. 2019",
        title=(
            "Blood flow restriction augments the skeletal muscle response during very low-load "
            "resistance exercise to volitional failure"
        ),
        year=2019,
        url="https://doi.org/10.1556/2060.106.2019.15",
    ),
    "kaatsu_blog": Work(
        key="kaatsu_blog",
        short="KAATSU Global 2022",
        title="How Old Can You Do KAATSU?; Checking Your Correct Arm Band Pressure",
        year=2022,
        url="",
    ),
    "karanasios2021arm": Work(
        key="karanasios2021arm",
        short="Karanasios et al. 2021",
        title=(
            "The Effect of Body Position and the Reliability of Upper Limb Arterial Occlusion "
            "Pressure Using a Handheld Doppler Ultrasound for Blood Flow Restriction Training"
        ),
        year=2021,
        url="https://doi.org/10.1177/19417381211043877",
    ),
    "karvonen1957": Work(
        key="karvonen1957",
        short="Karvonen et al. 1957",
        title="The effects of training on heart rate; a longitudinal study",
        year=1957,
        url="",
    ),
    "kerr_sbp": Work(
        key="kerr_sbp",
        short="Kerr & McEwen",
        title=(
            "Personalizing Tourniquet Pressures – SBP-Based Estimation Methods are Unsafe, "
            "Unreliable, and Inconsistent"
        ),
        year=None,
        url="",
    ),
    "knutzen1999": Work(
        key="knutzen1999",
        short="Knutzen et al. 1999",
        title="Validity of 1RM Prediction Equations for Older Adults",
        year=1999,
        url="",
    ),
    "krieger2018": Work(
        key="krieger2018",
        short="Krieger et al. 2018",
        title="A Case of Rhabdomyolysis Caused by Blood Flow-Restricted Resistance Training",
        year=2018,
        url="",
    ),
    "krogh2020": Work(
        key="krogh2020",
        short="Krogh et al. 2020",
        title=(
            "Feasibility and safety of 4 weeks of blood flow-restricted exercise in an individual"
            " with tetraplegia and known autonomic dysreflexia: a case report"
        ),
        year=2020,
        url="https://doi.org/10.1038/s41394-020-00335-9",
    ),
    "kuipers2007": Work(
        key="kuipers2007",
        short="Kuipers et al. 2007",
        title=(
            "The Absolute Risk of Venous Thrombosis after Air Travel: A Cohort Study of 8,755 "
            "Employees of International Organisations"
        ),
        year=2007,
        url="https://doi.org/10.1371/journal.pmed.0040290",
    ),
    "lacio2010": Work(
        key="lacio2010",
        short="Lacio et al. 2010",
        title=(
            "Precision of 1-RM prediction equations in non-competitive subjects performing "
            "strength training"
        ),
        year=2010,
        url="",
    ),
    "ladlow2018": Work(
        key="ladlow2018",
        short="Ladlow et al. 2018",
        title=(
            "Low-Load Resistance Training With Blood Flow Restriction Improves Clinical Outcomes "
            "in Musculoskeletal Rehabilitation: A Single-Blind Randomized Controlled Trial"
        ),
        year=2018,
        url="https://doi.org/10.3389/fphys.2018.01269",
    ),
    "lander1985": Work(
        key="lander1985",
        short="Lander 1985",
        title="Maximum based on reps",
        year=1985,
        url="",
    ),
    "lixandrao2018": Work(
        key="lixandrao2018",
        short="Lixandrão et al. 2018",
        title=(
            "Magnitude of Muscle Strength and Mass Adaptations Between High-Load Resistance "
            "Training Versus Low-Load Resistance Training Associated with Blood-Flow Restriction:"
            " A Systematic Review and Meta-Analysis"
        ),
        year=2018,
        url="https://doi.org/10.1007/s40279-017-0795-y",
    ),
    "loenneke2012cuff": Work(
        key="loenneke2012cuff",
        short="Loenneke et al. 2012b",
        title=(
            "Effects of cuff width on arterial occlusion: implications for blood flow restricted "
            "exercise"
        ),
        year=2012,
        url="https://doi.org/10.1007/s00421-011-2266-8",
    ),
    "loenneke2012meta": Work(
        key="loenneke2012meta",
        short="Loenneke et al. 2012c",
        title="Low intensity blood flow restriction training: a meta-analysis",
        year=2012,
        url="https://doi.org/10.1007/s00421-011-2167-x",
    ),
    "loenneke2014": Work(
        key="loenneke2014",
        short="Loenneke et al. 2014",
        title="Blood flow restriction pressure recommendations: The hormesis hypothesis",
        year=2014,
        url="https://doi.org/10.1016/j.mehy.2014.02.023",
    ),
    "loenneke2015": Work(
        key="loenneke2015",
        short="Loenneke et al. 2015",
        title=(
            "Blood flow restriction in the upper and lower limbs is predicted by limb "
            "circumference and systolic blood pressure"
        ),
        year=2015,
        url="",
    ),
    "lombardi1989": Work(
        key="lombardi1989",
        short="Lombardi 1989",
        title="Beginning Weight Training: The Safe and Effective Way",
        year=1989,
        url="",
    ),
    "luebbers2014": Work(
        key="luebbers2014",
        short="Luebbers et al. 2014",
        title=(
            "The Effects of a 7-Week Practical Blood Flow Restriction Program on Well-Trained "
            "Collegiate Athletes"
        ),
        year=2014,
        url="",
    ),
    "masri2016": Work(
        key="masri2016",
        short="Masri et al. 2016",
        title=(
            "Technique for Measuring Limb Occlusion Pressure that Facilitates Personalized "
            "Tourniquet Systems: A Randomized Trial"
        ),
        year=2016,
        url="https://doi.org/10.1007/s40846-016-0173-5",
    ),
    "mayhew1992": Work(
        key="mayhew1992",
        short="Mayhew et al. 1992",
        title=(
            "Relative Muscular Endurance Performance as a Predictor of Bench Press Strength in "
            "College Men and Women"
        ),
        year=1992,
        url="",
    ),
    "nakajima2006": Work(
        key="nakajima2006",
        short="Nakajima et al. 2006",
        title="Use and safety of KAATSU training: Results of a national survey",
        year=2006,
        url="",
    ),
    "nakajima2011": Work(
        key="nakajima2011",
        short="Nakajima et al. 2011",
        title="Key considerations when conducting KAATSU training",
        year=2011,
        url="",
    ),
    "nascimento2022": Work(
        key="nascimento2022",
        short="Nascimento et al. 2022",
        title=(
            "A Useful Blood Flow Restriction Training Risk Stratification for Exercise and "
            "Rehabilitation"
        ),
        year=2022,
        url="https://doi.org/10.3389/fphys.2022.808622",
    ),
    "nbc_bar": Work(
        key="nbc_bar",
        short="NBC Olympics",
        title="Weightlifting 101: Equipment",
        year=None,
        url="",
    ),
    "nice_ng136": Work(
        key="nice_ng136",
        short="National Institute for Health and Care Excellence 2019",
        title="Hypertension in adults: diagnosis and management (NG136)",
        year=2019,
        url="https://www.nice.org.uk/guidance/ng136",
    ),
    "nice_ng23": Work(
        key="nice_ng23",
        short="National Institute for Health and Care Excellence 2015",
        title="Menopause: diagnosis and management (NG23)",
        year=2015,
        url="https://www.nice.org.uk/guidance/ng23",
    ),
    "nikolaidis2018": Work(
        key="nikolaidis2018",
        short="Nikolaidis et al. 2018",
        title=(
            "Age-Predicted Maximal Heart Rate in Recreational Marathon Runners: A Cross-Sectional"
            " Study on Fox's and Tanaka's Equations"
        ),
        year=2018,
        url="https://doi.org/10.3389/fphys.2018.00226",
    ),
    "nsca_chart": Work(
        key="nsca_chart",
        short="National Strength and Conditioning Association",
        title="Training Load Chart",
        year=None,
        url="",
    ),
    "nuzzo2024": Work(
        key="nuzzo2024",
        short="Nuzzo et al. 2024",
        title=(
            "Maximal Number of Repetitions at Percentages of the One Repetition Maximum: A "
            "Meta-Regression and Moderator Analysis of Sex, Age, Training Status, and Exercise"
        ),
        year=2024,
        url="https://doi.org/10.1007/s40279-023-01937-7",
    ),
    "oconner1989": Work(
        key="oconner1989",
        short="O'Conner et al. 1989",
        title="Weight Training Today",
        year=1989,
        url="",
    ),
    "ozaki2010": Work(
        key="ozaki2010",
        short="Ozaki et al. 2010",
        title=(
            "Metabolic and cardiovascular responses to upright cycle exercise with leg blood flow"
            " reduction"
        ),
        year=2010,
        url="https://jssm.org/jssm-09-224.xml",
    ),
    "ozawa2015": Work(
        key="ozawa2015",
        short="Ozawa et al. 2015",
        title="Vision Loss by Central Retinal Vein Occlusion After Kaatsu Training: A Case Report",
        year=2015,
        url="https://pubmed.ncbi.nlm.nih.gov/26356723/",
    ),
    "patterson2019": Work(
        key="patterson2019",
        short="Patterson et al. 2019",
        title=(
            "Blood Flow Restriction Exercise: Considerations of Methodology, Application, and "
            "Safety"
        ),
        year=2019,
        url="https://doi.org/10.3389/fphys.2019.00533",
    ),
    "pattersonbrandner2018": Work(
        key="pattersonbrandner2018",
        short="Patterson & Brandner 2018",
        title=(
            "The role of blood flow restriction training for applied practitioners: A "
            "questionnaire-based survey"
        ),
        year=2018,
        url="https://doi.org/10.1080/02640414.2017.1284341",
    ),
    "pbfr2024": Work(
        key="pbfr2024",
        short="Bielitzki et al. 2024",
        title=(
            "Low-load Resistance Exercise with Perceptually Primed Practical Blood Flow "
            "Restriction Induces Similar Motor Performance Fatigue, Physiological Changes, and "
            "Perceptual Responses Compared to Traditional Blood Flow Restriction in Males and "
            "Females"
        ),
        year=2024,
        url="https://doi.org/10.52082/jssm.2024.326",
    ),
    "pedon2022": Work(
        key="pedon2022",
        short="Pedon et al. 2022",
        title=(
            "Acute hemodynamic responses from low-load resistance exercise with blood flow "
            "restriction in young and older individuals: A systematic review and meta-analysis of"
            " cross-over trials"
        ),
        year=2022,
        url="https://doi.org/10.1111/cpf.12779",
    ),
    "prue2022": Work(
        key="prue2022",
        short="Prue et al. 2022",
        title=(
            "Side Effects and Patient Tolerance with the Use of Blood Flow Restriction Training "
            "after ACL Reconstruction in Adolescents: A Pilot Study"
        ),
        year=2022,
        url="https://doi.org/10.26603/001c.32479",
    ),
    "ratamess2009": Work(
        key="ratamess2009",
        short="Ratamess et al. 2009",
        title="Progression Models in Resistance Training for Healthy Adults",
        year=2009,
        url="https://doi.org/10.1249/MSS.0b013e3181915670",
    ),
    "reynolds2006": Work(
        key="reynolds2006",
        short="Reynolds et al. 2006",
        title=(
            "Prediction of One Repetition Maximum Strength from Multiple Repetition Maximum "
            "Testing and Anthropometry"
        ),
        year=2006,
        url="",
    ),
    "robergs2002": Work(
        key="robergs2002",
        short="Robergs & Landwehr 2002",
        title="The surprising history of the “HRmax=220-age” equation",
        year=2002,
        url="",
    ),
    "rolnick2021": Work(
        key="rolnick2021",
        short="Rolnick et al. 2021",
        title="Perceived Barriers to Blood Flow Restriction Training",
        year=2021,
        url="https://doi.org/10.3389/fresc.2021.697082",
    ),
    "rolnick2025upright": Work(
        key="rolnick2025upright",
        short="Rolnick et al. 2025",
        title=(
            "Challenges in upright limb occlusion pressure determination with the Delfi PTS: "
            "pilot data from two independent cohorts"
        ),
        year=2025,
        url="https://doi.org/10.3389/fspor.2025.1686040",
    ),
    "santiago2025": Work(
        key="santiago2025",
        short="Santiago-Pescador et al. 2025",
        title="Is a Low-Cost Home Pulse Oximeter Helpful in Blood Flow Restriction Training?",
        year=2025,
        url="https://doi.org/10.1123/jsr.2024-0241",
    ),
    "schoenfeld2017": Work(
        key="schoenfeld2017",
        short="Schoenfeld et al. 2017",
        title=(
            "Strength and Hypertrophy Adaptations Between Low- vs. High-Load Resistance Training:"
            " A Systematic Review and Meta-analysis"
        ),
        year=2017,
        url="https://doi.org/10.1519/JSC.0000000000002200",
    ),
    "scott2024": Work(
        key="scott2024",
        short="Scott et al. 2024",
        title=(
            "Current Implementation and Barriers to Using Blood Flow Restriction Training: "
            "Insights From a Survey of Allied Health Practitioners"
        ),
        year=2024,
        url="",
    ),
    "sieljacks2018": Work(
        key="sieljacks2018",
        short="Sieljacks et al. 2018",
        title=(
            "Body position influences arterial occlusion pressure: implications for the "
            "standardization of pressure during blood flow restricted exercise"
        ),
        year=2018,
        url="https://doi.org/10.1007/s00421-017-3770-2",
    ),
    "sieljacks2019": Work(
        key="sieljacks2019",
        short="Sieljacks et al. 2019",
        title=(
            "Non-failure blood flow restricted exercise induces similar muscle adaptations and "
            "less discomfort than failure protocols"
        ),
        year=2019,
        url="",
    ),
    "silva2019": Work(
        key="silva2019",
        short="Silva et al. 2019",
        title=(
            "Acute and Chronic Responses of Aerobic Exercise With Blood Flow Restriction: A "
            "Systematic Review"
        ),
        year=2019,
        url="https://doi.org/10.3389/fphys.2019.01239",
    ),
    "smartcuffs2022": Work(
        key="smartcuffs2022",
        short="Automated occlusion pressure study 2022",
        title=(
            "An Automated Technique for the Measurement of Limb Occlusion Pressure During Blood "
            "Flow Restriction Therapy Is Equivalent to Previous Gold Standard"
        ),
        year=2022,
        url="https://doi.org/10.1016/j.asmr.2022.04.002",
    ),
    "smartcuffs_manual": Work(
        key="smartcuffs_manual",
        short="SmartTools 2024",
        title="SmartCuffs 3.0 PRO Blood Flow Restriction Bands: User Manual",
        year=2024,
        url="",
    ),
    "sorensen2023": Work(
        key="sorensen2023",
        short="Sørensen et al. 2023",
        title=(
            "Physiological and clinical effects of low-intensity blood-flow restricted resistance"
            " exercise compared to standard rehabilitation in adults with knee osteoarthritis – "
            "Protocol for a randomized controlled trial"
        ),
        year=2023,
        url="https://doi.org/10.1371/journal.pone.0295666",
    ),
    "spitz2024": Work(
        key="spitz2024",
        short="Spitz et al. 2024",
        title=(
            "Blood flow restriction pressure for narrow cuffs (5 cm) cannot be estimated with "
            "precision"
        ),
        year=2024,
        url="",
    ),
    "straygundersen2020": Work(
        key="straygundersen2020",
        short="Stray-Gundersen et al. 2020",
        title="Walking With Leg Blood Flow Restriction: Wide-Rigid Cuffs vs. Narrow-Elastic Bands",
        year=2020,
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC7273976/",
    ),
    "suga2012": Work(
        key="suga2012",
        short="Suga et al. 2012",
        title=(
            "Effect of multiple set on intramuscular metabolic stress during low-intensity "
            "resistance exercise with blood flow restriction"
        ),
        year=2012,
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC3474903/",
    ),
    "swain2025": Work(
        key="swain2025",
        short="Swain et al. 2025",
        title="Tourniquet cuff pressure during blood flow restriction exercise",
        year=2025,
        url="https://doi.org/10.3389/fspor.2025.1582387",
    ),
    "sweetland2009": Work(
        key="sweetland2009",
        short="Sweetland et al. 2009",
        title=(
            "Duration and magnitude of the postoperative risk of venous thromboembolism in middle"
            " aged women: prospective cohort study"
        ),
        year=2009,
        url="",
    ),
    "tabata2016": Work(
        key="tabata2016",
        short="Tabata et al. 2016",
        title="Rhabdomyolysis After Performing Blood Flow Restriction Training: A Case Report",
        year=2016,
        url="",
    ),
    "tallahassee_pt": Work(
        key="tallahassee_pt",
        short="Tallahassee Physical Therapy",
        title="BFR safety",
        year=None,
        url="https://tallahasseept.com/bfr-safety",
    ),
    "tanaka2001": Work(
        key="tanaka2001",
        short="Tanaka et al. 2001",
        title="Age-predicted maximal heart rate revisited",
        year=2001,
        url="",
    ),
    "thompson2018": Work(
        key="thompson2018",
        short="Thompson et al. 2018",
        title=(
            "Risks of Exertional Rhabdomyolysis With Blood Flow-Restricted Training: Beyond the "
            "Case Report"
        ),
        year=2018,
        url="https://doi.org/10.1097/JSM.0000000000000488",
    ),
    "vald_bfr": Work(
        key="vald_bfr",
        short="VALD",
        title="General BFR Protocol",
        year=None,
        url="https://support.valdperformance.com/article/665-general-bfr-protocol",
    ),
    "vdf_dvt": Work(
        key="vdf_dvt",
        short="Vascular Disease Foundation",
        title="Symptoms of Deep Vein Thrombosis (DVT)",
        year=None,
        url="",
    ),
    "vtetable": Work(
        key="vtetable",
        short="Table of clot risks",
        title="Table 3. Risk categories for the occurrence of thromboembolic events",
        year=None,
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC5693389/",
    ),
    "wathan1994": Work(
        key="wathan1994",
        short="Wathan 1994",
        title="Load assignment",
        year=1994,
        url="",
    ),
    "weatherholt2019": Work(
        key="weatherholt2019",
        short="Weatherholt et al. 2019",
        title=(
            "The Effect of Cuff Width for Determining Limb Occlusion Pressure: A Comparison of "
            "Blood Flow Restriction Devices"
        ),
        year=2019,
        url="",
    ),
    "wedig2025cuffs": Work(
        key="wedig2025cuffs",
        short="Wedig et al. 2025b",
        title=(
            "Predictors of lower-limb arterial occlusion pressure across commonly used cuff widths"
        ),
        year=2025,
        url="https://doi.org/10.3389/fphys.2025.1658744",
    ),
    "wernbom2020": Work(
        key="wernbom2020",
        short="Wernbom et al. 2020",
        title=(
            "Commentary: Can Blood Flow Restricted Exercise Cause Muscle Damage? Commentary on "
            "Blood Flow Restriction Exercise: Considerations of Methodology, Application, and "
            "Safety"
        ),
        year=2020,
        url="https://doi.org/10.3389/fphys.2020.00243",
    ),
    "whisenant2003": Work(
        key="whisenant2003",
        short="Whisenant et al. 2003",
        title=(
            "Validation of Submaximal Prediction Equations for the 1 Repetition Maximum Bench "
            "Press Test on a Group of Collegiate Football Players"
        ),
        year=2003,
        url="",
    ),
    "yasuda2016": Work(
        key="yasuda2016",
        short="Yasuda et al. 2016",
        title=(
            "Thigh muscle size and vascular function after blood flow-restricted elastic band "
            "training in older women"
        ),
        year=2016,
        url="https://doi.org/10.18632/oncotarget.9564",
    ),
    "zeng2019": Work(
        key="zeng2019",
        short="Zeng et al. 2019",
        title=(
            "Blood-Flow-Restriction Training: Validity of Pulse Oximetry to Assess Arterial "
            "Occlusion Pressure"
        ),
        year=2019,
        url="",
    ),
}
