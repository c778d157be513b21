"""Generated from journals.toml by ``python -m ieeelint.tables``."""

TABLE = {'titles': {'IEEE Transactions on Aeronautical and Navigational Electronics': ['IEEE Trans. Aeronaut. Navig. '
                                                                               'Electron.',
                                                                               'IEEE_J_ANNE'],
            'IEEE Transactions on Aerospace and Electronic Systems': ['IEEE Trans. Aerosp. Electron. Syst.',
                                                                      'IEEE_J_AES'],
            'IEEE Transactions on Aerospace and Navigational Electronics': ['IEEE Trans. Aerosp. Navig. '
                                                                            'Electron.',
                                                                            'IEEE_J_ANE'],
            'IEEE Transactions on Aerospace': ['IEEE Trans. Aerosp.', 'IEEE_J_AS'],
            'IEEE Transactions on Airborne Electronics': ['IEEE Trans. Airborne Electron.', 'IEEE_J_AIRE'],
            'IEEE Transactions on Military Electronics': ['IEEE Trans. Mil. Electron.', 'IEEE_J_MIL'],
            'IEEE Transactions on Intelligent Transportation Systems': ['IEEE Trans. Intell. Transp. Syst.',
                                                                        'IEEE_J_ITS'],
            'IEEE Transactions on Intelligent Vehicles': ['IEEE Trans. Intell. Veh.', 'IEEE_J_IV'],
            'IEEE Transactions on Transportation Electrification': ['IEEE Trans. Transport. Electrific.',
                                                                    'IEEE_J_TTE'],
            'IEEE Transactions on Vehicular Communications': ['IEEE Trans. Veh. Commun.', 'IEEE_J_VC'],
            'IEEE Transactions on Vehicular Technology': ['IEEE Trans. Veh. Technol.', 'IEEE_J_VT'],
            'IEEE Journal of Selected Topics in Signal Processing': ['IEEE J. Sel. Topics Signal Process.',
                                                                     'IEEE_J_STSP'],
            'IEEE Signal Processing Letters': ['IEEE Signal Process. Lett.', 'IEEE_J_SPL'],
            'IEEE Systems Journal': ['IEEE Syst. J.', 'IEEE_J_SYST'],
            'IEEE Transactions on Acoustics, Speech, and Signal Processing': ['IEEE Trans. Acoust., Speech, '
                                                                              'Signal Process.',
                                                                              'IEEE_J_ASSP'],
            'IEEE Transactions on Audio': ['IEEE Trans. Audio', 'IEEE_J_AU'],
            'IEEE Transactions on Audio and Electroacoustics': ['IEEE Trans. Audio Electroacoust.',
                                                                'IEEE_J_AUEA'],
            'IEEE/ACM Transactions on Audio, Speech, and Language Processing': ['IEEE/ACM Trans. Audio, '
                                                                                'Speech, Language Process.',
                                                                                'IEEE_J_ASLP'],
            'IEEE Transactions on Audio, Speech, and Language Processing': ['IEEE Audio, Speech, Language '
                                                                            'Process.',
                                                                            'IEEE_J_ASL'],
            'IEEE Transactions on Automatic Control': ['IEEE Trans. Autom. Control', 'IEEE_J_AC'],
            'IEEE Transactions on Circuits and Systems': ['IEEE Trans. Circuits Syst.', 'IEEE_J_CAS'],
            'IEEE Transactions on Circuits and Systems for Video Technology': ['IEEE Trans. Circuits Syst. '
                                                                               'Video Technol.',
                                                                               'IEEE_J_CASVT'],
            'IEEE Transactions on Circuits and Systems---Part I: Fundamental Theory and Applications': ['IEEE '
                                                                                                        'Trans. '
                                                                                                        'Circuits '
                                                                                                        'Syst. '
                                                                                                        'I',
                                                                                                        'IEEE_J_CASI'],
            'IEEE Transactions on Circuits and Systems---Part II: Analog and Digital Signal Processing': ['IEEE '
                                                                                                          'Trans. '
                                                                                                          'Circuits '
                                                                                                          'Syst. '
                                                                                                          'II',
                                                                                                          'IEEE_J_CASII'],
            'IEEE Transactions on Circuits and Systems---Part I: Regular Papers': ['IEEE Trans. Circuits '
                                                                                   'Syst. I',
                                                                                   'IEEE_J_CASI_RP'],
            'IEEE Transactions on Circuits and Systems---Part II: Express Briefs': ['IEEE Trans. Circuits '
                                                                                    'Syst. II',
                                                                                    'IEEE_J_CASII_EB'],
            'IEEE Transactions on Circuit Theory': ['IEEE Trans. Circuit Theory', 'IEEE_J_CT'],
            'IEEE Transactions on Control Systems Technology': ['IEEE Trans. Control Syst. Technol.',
                                                                'IEEE_J_CST'],
            'IEEE Transactions on Emerging and Selected Topics in Circuits and Systems': ['IEEE Trans. '
                                                                                          'Emerg. Sel. '
                                                                                          'Topics Circuits '
                                                                                          'Syst.',
                                                                                          'IEEE_J_ETCAS'],
            'IEEE Transactions on Signal Processing': ['IEEE Trans. Signal Process.', 'IEEE_J_SP'],
            'IEEE Transactions on Sonics and Ultrasonics': ['IEEE Trans. Sonics Ultrason.', 'IEEE_J_SU'],
            'IEEE Transactions on Speech and Audio Processing': ['IEEE Trans. Speech Audio Process.',
                                                                 'IEEE_J_SAP'],
            'IEEE Transactions on Ultrasonics Engineering': ['IEEE Trans. Ultrason. Eng.', 'IEEE_J_UE'],
            'IEEE Transactions on Ultrasonics, Ferroelectrics, and Frequency Control': ['IEEE Trans. '
                                                                                        'Ultrason., '
                                                                                        'Ferroelectr., Freq. '
                                                                                        'Control',
                                                                                        'IEEE_J_UFFC'],
            'IEEE Communications Letters': ['IEEE Commun. Lett.', 'IEEE_J_COML'],
            'IEEE Journal on Selected Areas in Communications': ['IEEE J. Sel. Areas Commun.', 'IEEE_J_JSAC'],
            'IEEE Transactions on Communications': ['IEEE Trans. Commun.', 'IEEE_J_COM'],
            'IEEE Transactions on Communication Technology': ['IEEE Trans. Commun. Technol.', 'IEEE_J_COMT'],
            'IEEE Transactions on Wireless Communications': ['IEEE Trans. Wireless Commun.', 'IEEE_J_WCOM'],
            'IEEE Wireless Communications Letters': ['IEEE Wireless Commun. Lett.', 'IEEE_J_WCOML'],
            'IEEE Transactions on Advanced Packaging': ['IEEE Trans. Adv. Packag.', 'IEEE_J_ADVP'],
            'IEEE Transactions on Components, Hybrids and Manufacturing Technology': ['IEEE Trans. Compon., '
                                                                                      'Hybrids, Manuf. '
                                                                                      'Technol.',
                                                                                      'IEEE_J_CHMT'],
            'IEEE Transactions on Components, Packaging and Manufacturing Technology': ['IEEE Trans. Compon. '
                                                                                        'Packag. Manuf. '
                                                                                        'Technol.',
                                                                                        'IEEE_J_CPMT'],
            'IEEE Transactions on Components, Packaging and Manufacturing Technology---Part A': ['IEEE '
                                                                                                 'Trans. '
                                                                                                 'Compon., '
                                                                                                 'Packag., '
                                                                                                 'Manuf. '
                                                                                                 'Technol. A',
                                                                                                 'IEEE_J_CPMTA'],
            'IEEE Transactions on Components, Packaging and Manufacturing Technology---Part B: Advanced Packaging': ['IEEE '
                                                                                                                     'Trans. '
                                                                                                                     'Compon., '
                                                                                                                     'Packag., '
                                                                                                                     'Manuf. '
                                                                                                                     'Technol. '
                                                                                                                     'B',
                                                                                                                     'IEEE_J_CPMTB'],
            'IEEE Transactions on Components, Packaging and Manufacturing Technology---Part C: Manufacturing': ['IEEE '
                                                                                                                'Trans. '
                                                                                                                'Compon., '
                                                                                                                'Packag., '
                                                                                                                'Manuf. '
                                                                                                                'Technol. '
                                                                                                                'C',
                                                                                                                'IEEE_J_CPMTC'],
            'IEEE Transactions on Components and Packaging Technologies': ['IEEE Trans. Compon. Packag. '
                                                                           'Technol.',
                                                                           'IEEE_J_CAPTS'],
            'IEEE Transactions on Components and Packaging Technology': ['IEEE Trans. Compon. Packag. '
                                                                         'Technol.',
                                                                         'IEEE_J_CAPT'],
            'IEEE Transactions on Component Parts': ['IEEE Trans. Compon. Parts', 'IEEE_J_CPART'],
            'IEEE Transactions on Electronics Packaging Manufacturing': ['IEEE Trans. Electron. Packag. '
                                                                         'Manuf.',
                                                                         'IEEE_J_EPM'],
            'IEEE Transactions on Manufacturing Technology': ['IEEE Trans. Manuf. Technol.', 'IEEE_J_MFT'],
            'IEEE Transactions on Parts, Hybrids and Packaging': ['IEEE Trans. Parts, Hybrids, Packag.',
                                                                  'IEEE_J_PHP'],
            'IEEE Transactions on Parts, Materials and Packaging': ['IEEE Trans. Parts, Mater., Packag.',
                                                                    'IEEE_J_PMP'],
            'IEEE Journal on Technology in Computer Aided Design': ['IEEE J. Technol. Comput. Aided Design',
                                                                    'IEEE_J_TCAD'],
            'IEEE Transactions on Computer-Aided Design of Integrated Circuits and Systems': ['IEEE Trans. '
                                                                                              'Comput.-Aided '
                                                                                              'Design '
                                                                                              'Integr. '
                                                                                              'Circuits '
                                                                                              'Syst.',
                                                                                              'IEEE_J_CAD'],
            'IEEE Transactions on Big Data': ['IEEE Trans. Big Data', 'IEEE_J_BD'],
            'IEEE Transactions on Information Forensics and Security': ['IEEE Trans. Inf. Forensics Security',
                                                                        'IEEE_J_IFS'],
            'IEEE Transactions on Information Theory': ['IEEE Trans. Inf. Theory', 'IEEE_J_IT'],
            'IEEE Transactions on Knowledge and Data Engineering': ['IEEE Trans. Knowl. Data Eng.',
                                                                    'IEEE_J_KDE'],
            'IEEE Computer Architecture Letters': ['IEEE Comput. Archit. Lett.', 'IEEE_J_CAL'],
            'IEEE Embedded Systems Letters': ['IEEE Embedded Syst. Lett.', 'IEEE_J_ES'],
            'IEEE Internet of Things Journal': ['IEEE Internet Things J.', 'IEEE_J_IOT'],
            'IEEE Journal on Exploratory Solid-State Computational Devices and Circuits': ['IEEE J. Explor. '
                                                                                           'Solid-State '
                                                                                           'Computat. '
                                                                                           'Devices Circuits',
                                                                                           'IEEE_J_XCDC'],
            'IEEE Journal on Multiscale and Multiphysics Computational Techniques': ['IEEE J. Multiscale and '
                                                                                     'Multiphys. Comput. '
                                                                                     'Techn.',
                                                                                     'IEEE_J_MMCT'],
            'IEEE Sustainable Computing': ['IEEE Sustain. Comput.', 'IEEE_J_SUSC'],
            'IEEE Transactions on Cloud Computing': ['IEEE Trans. on Cloud Comput.', 'IEEE_J_CC'],
            'IEEE Transactions on Computational Social Systems': ['IEEE Trans. Comput. Social Syst.',
                                                                  'IEEE_J_CSS'],
            'IEEE Transactions on Computers': ['IEEE Trans. Comput.', 'IEEE_J_C'],
            'IEEE Transactions on Control of Network Systems': ['IEEE Trans. Control Netw. Syst.',
                                                                'IEEE_J_CNS'],
            'IEEE Transactions on Dependable and Secure Computing': ['IEEE Trans. Depend. Sec. Comput.',
                                                                     'IEEE_J_DSC'],
            'IEEE Transactions on Electronic Computers': ['IEEE Trans. Electron. Comput.', 'IEEE_J_ECOMP'],
            'IEEE Transactions on Emerging Topics in Computing': ['IEEE Trans. Emerg. Topics Comput.',
                                                                  'IEEE_J_ETC'],
            'IEEE Transactions on Evolutionary Computation': ['IEEE Trans. Evol. Comput.', 'IEEE_J_EVC'],
            'IEEE Transactions on Fuzzy Systems': ['IEEE Trans. Fuzzy Syst.', 'IEEE_J_FUZZ'],
            'IEEE Transactions on Mobile Computing': ['IEEE Trans. Mobile Comput.', 'IEEE_J_MC'],
            'IEEE Transactions on Multi-Scale Computing Systems': ['IEEE Trans. Multi-Scale Comput. Syst.',
                                                                   'IEEE_J_MSCS'],
            'IEEE/ACM Transactions on Networking': ['IEEE/ACM Trans. Netw.', 'IEEE_J_NET'],
            'IEEE Transactions on Network Science and Engineering': ['IEEE Trans. Netw. Sci. Eng.',
                                                                     'IEEE_J_NSE'],
            'IEEE Transactions on Network and Service Management': ['IEEE Trans. Netw. Service Manag.',
                                                                    'IEEE_J_NSM'],
            'IEEE Transactions on Neural Networks': ['IEEE Trans. Neural Netw.', 'IEEE_J_NN'],
            'IEEE Transactions on Neural Networks and Learning Systems': ['IEEE Trans. Neural Netw. Learn. '
                                                                          'Syst.',
                                                                          'IEEE_J_NNLS'],
            'IEEE Transactions on Parallel and Distributed Systems': ['IEEE Trans. Parallel Distrib. Syst.',
                                                                      'IEEE_J_PDS'],
            'IEEE Transactions on Services Computing': ['IEEE Trans. Serv. Comput.', 'IEEE_J_SC'],
            'IEEE Transactions on Signal and Information Processing over Networks': ['IEEE Trans. Signal '
                                                                                     'Inf. Process. Netw.',
                                                                                     'IEEE_J_SIPN'],
            'IEEE Transactions on Software Engineering': ['IEEE Trans. Softw. Eng.', 'IEEE_J_SE'],
            'IEEE/OSA Journal of Display Technology': ['IEEE/OSA J. Display Technol.', 'IEEE_J_JDT'],
            'IEEE Transactions on Image Processing': ['IEEE Trans. Image Process.', 'IEEE_J_IP'],
            'IEEE Transactions on Multimedia': ['IEEE Trans. Multimedia', 'IEEE_J_MM'],
            'IEEE Transactions on Visualization and Computer Graphics': ['IEEE Trans. Vis. Comput. Graphics',
                                                                         'IEEE_J_VCG'],
            'IEEE/CAA Journal of Automatica Sinica': ['IEEE/CAA J. Autom. Sinica', 'IEEE_J_JAS'],
            'IEEE Journal of Robotics and Automation': ['IEEE J. Robot. Autom.', 'IEEE_J_JRA'],
            'IEEE Transactions on Affective Computing': ['IEEE Trans. Affect. Comput.', 'IEEE_J_AFFC'],
            'IEEE Transactions on Automation Science and Engineering': ['IEEE Trans. Autom. Sci. Eng.',
                                                                        'IEEE_J_ASE'],
            'IEEE Transactions on Autonomous Mental Development': ['IEEE Trans. Auton. Mental Develop.',
                                                                   'IEEE_J_AMD'],
            'IEEE Transactions on Cognitive Communications and Networking': ['IEEE Trans. on Cogn. Commun. '
                                                                             'Netw.',
                                                                             'IEEE_J_CCN'],
            'IEEE Transactions on Cognitive and Developmental Systems': ['IEEE Trans. Cogn. Develop. Syst.',
                                                                         'IEEE_J_CDS'],
            'IEEE Transactions on Computational Intelligence and AI in Games': ['IEEE Trans. Comput. Intell. '
                                                                                'AI in Games',
                                                                                'IEEE_J_CIAIG'],
            'IEEE Transactions on Cybernetics': ['IEEE Trans. Cybern.', 'IEEE_J_CYB'],
            'IEEE Transactions on Haptics': ['IEEE Trans. Haptics', 'IEEE_J_H'],
            'IEEE Transactions on Human Factors in Electronics': ['IEEE Trans. Hum. Factors Electron.',
                                                                  'IEEE_J_HFE'],
            'IEEE Transactions on Human-Machine Systems': ['IEEE Trans. Human-Mach. Syst.', 'IEEE_J_HMS'],
            'IEEE Transactions on Man-Machine Systems': ['IEEE Trans. Man-Mach. Syst.', 'IEEE_J_MMS'],
            'IEEE Transactions on Pattern Analysis and Machine Intelligence': ['IEEE Trans. Pattern Anal. '
                                                                               'Mach. Intell.',
                                                                               'IEEE_J_PAMI'],
            'IEEE Transactions on Robotics and Automation': ['IEEE Trans. Robot. Autom.', 'IEEE_J_RA'],
            'IEEE Robotics and Automation Letters': ['IEEE Robot. Autom. Lett.', 'IEEE_J_RAL'],
            'IEEE Transactions on Robotics': ['IEEE Trans. Robot.', 'IEEE_J_RO'],
            'IEEE Transactions on Systems, Man, and Cybernetics': ['IEEE Trans. Syst., Man, Cybern.',
                                                                   'IEEE_J_SMC'],
            'IEEE Transactions on Systems, Man, and Cybernetics---Part A: Systems and Humans': ['IEEE Trans. '
                                                                                                'Syst., Man, '
                                                                                                'Cybern. A',
                                                                                                'IEEE_J_SMCA'],
            'IEEE Transactions on Systems, Man, and Cybernetics---Part B: Cybernetics': ['IEEE Trans. Syst., '
                                                                                         'Man, Cybern. B',
                                                                                         'IEEE_J_SMCB'],
            'IEEE Transactions on Systems, Man, and Cybernetics---Part C: Applications and Reviews': ['IEEE '
                                                                                                      'Trans. '
                                                                                                      'Syst., '
                                                                                                      'Man, '
                                                                                                      'Cybern. '
                                                                                                      'C',
                                                                                                      'IEEE_J_SMCC'],
            'IEEE Transactions on Systems, Man, and Cybernetics: Systems': ['IEEE Trans. Syst., Man, '
                                                                            'Cybern., Syst.',
                                                                            'IEEE_J_SMCS'],
            'IEEE Transactions on Systems Science and Cybernetics': ['IEEE Trans. Syst. Sci. Cybern.',
                                                                     'IEEE_J_SSC'],
            'IEEE Geoscience and Remote Sensing Letters': ['IEEE Geosci. Remote Sens. Lett.', 'IEEE_J_GRSL'],
            'IEEE Transactions on Geoscience Electronics': ['IEEE Trans. Geosci. Electron.', 'IEEE_J_GE'],
            'IEEE Transactions on Geoscience and Remote Sensing': ['IEEE Trans. Geosci. Remote Sens.',
                                                                   'IEEE_J_GRS'],
            'IEEE Journal of Oceanic Engineering': ['IEEE J. Ocean. Eng.', 'IEEE_J_OE'],
            'IEEE Journal of Selected Topics in Applied Earth Observations and Remote Sensing': ['IEEE J. '
                                                                                                 'Sel. '
                                                                                                 'Topics '
                                                                                                 'Appl. '
                                                                                                 'Earth '
                                                                                                 'Observ. '
                                                                                                 'Remote '
                                                                                                 'Sens.',
                                                                                                 'IEEE_J_STARS'],
            'Canadian Journal of Electrical and Computer Engineering': ['Canadian J. Elect. Comput. Eng.',
                                                                        'IEEE_J_CJECE'],
            'Proceedings of the IEEE': ['Proc. IEEE', 'IEEE_J_PROC'],
            "IEEE Revista Iberoamericana de Technolog'ias del Aprendizaje": ['IEEE Revista Iberoamericana de '
                                                                             "Technolog'ias del Aprendizaje",
                                                                             'IEEE_J_RITA'],
            'IEEE Transactions on Education': ['IEEE Trans. Educ.', 'IEEE_J_EDU'],
            'IEEE Transactions on Engineering Management': ['IEEE Trans. Eng. Manag.', 'IEEE_J_EM'],
            'IEEE Transactions on Engineering Writing and Speech': ['IEEE Trans. Eng. Writing Speech',
                                                                    'IEEE_J_EWS'],
            'IEEE Transactions on Learning Technologies': ['IEEE Trans. Learn. Technol.', 'IEEE_J_LT'],
            'IEEE Transactions on Professional Communication': ['IEEE Trans. Prof. Commun.', 'IEEE_J_PC'],
            'IEEE Antennas and Wireless Propagation Letters': ['IEEE Antennas Wireless Propag. Lett.',
                                                               'IEEE_J_AWPL'],
            'IEEE Magnetics Letters': ['IEEE Magn. Lett.', 'IEEE_J_MAGL'],
            'IEEE Microwave and Guided Wave Letters': ['IEEE Microw. Guided Wave Lett.', 'IEEE_J_MGWL'],
            'IEEE Microwave and Wireless Components Letters': ['IEEE Microw. Wireless Compon. Lett.',
                                                               'IEEE_J_MWCL'],
            'IEEE RFIC Journal': ['IEEE RFIC J.', 'IEEE_J_RFIC'],
            'IEEE RFID Journal': ['IEEE RFID J.', 'IEEE_J_RFID'],
            'IEEE Transactions on Antennas and Propagation': ['IEEE Trans. Antennas Propag.', 'IEEE_J_AP'],
            'IEEE Transactions on Electromagnetic Compatibility': ['IEEE Trans. Electromagn. Compat.',
                                                                   'IEEE_J_EMC'],
            'IEEE Transactions on Magnetics': ['IEEE Trans. Magn.', 'IEEE_J_MAG'],
            'IEEE Transactions on Microwave Theory and Techniques': ['IEEE Trans. Microw. Theory Techn.',
                                                                     'IEEE_J_MTT'],
            'IEEE Transactions on Radio Frequency Interference': ['IEEE Trans. Radio Freq. Interference',
                                                                  'IEEE_J_RFI'],
            'IEEE Transactions on Terahertz Science and Technology': ['IEEE Trans. THz Sci. Technol.',
                                                                      'IEEE_J_TTHZ'],
            'IEEE Translation Journal on Magnetics in Japan': ['IEEE Transl. J. Magn. Jpn.', 'IEEE_J_TJMJ'],
            'IEEE Journal of Photovoltaics': ['IEEE J. Photovolt.', 'IEEE_J_PHOT'],
            'IEEE Power Electronics Letters': ['IEEE Power Electron. Lett.', 'IEEE_J_PEL'],
            'IEEE Power and Energy Technology Systems Journal': ['IEEE Power Energy Technol. Syst. J.',
                                                                 'IEEE_J_PETS'],
            'IEEE Transactions on Emerging and Selected Topics in Power Electronics': ['IEEE Trans. Emerg. '
                                                                                       'Sel. Topics Power '
                                                                                       'Electron.',
                                                                                       'IEEE_J_ESTPE'],
            'IEEE Transactions on Energy Conversion': ['IEEE Trans. Energy Convers.', 'IEEE_J_EC'],
            'IEEE Transactions on Power Apparatus and Systems': ['IEEE Trans. Power App. Syst.',
                                                                 'IEEE_J_PWRAS'],
            'IEEE Transactions on Power Delivery': ['IEEE Trans. Power Del.', 'IEEE_J_PWRD'],
            'IEEE Transactions on Power Electronics': ['IEEE Trans. Power Electron.', 'IEEE_J_PWRE'],
            'IEEE Transactions on Power Systems': ['IEEE Trans. Power Syst.', 'IEEE_J_PWRS'],
            'IEEE Transactions on Smart Grid': ['IEEE Trans. Smart Grid', 'IEEE_J_SG'],
            'IEEE Transactions on Sustainable Energy': ['IEEE Trans. Sustain. Energy', 'IEEE_J_STE'],
            'IEEE Journal of Product Safety Engineering': ['IEEE J. Product Safety Eng.', 'IEEE_J_PSE'],
            'IEEE Transactions on Applications and Industry': ['IEEE Trans. Appl. Ind.', 'IEEE_J_APPIND'],
            'IEEE Transactions on Broadcasting': ['IEEE Trans. Broadcast.', 'IEEE_J_BC'],
            'IEEE Transactions on Broadcast and Television Receivers': ['IEEE Trans. Broadcast Television '
                                                                        'Receivers',
                                                                        'IEEE_J_BCTV'],
            'IEEE Transactions on Consumer Electronics': ['IEEE Trans. Consum. Electron.', 'IEEE_J_CE'],
            'IEEE Transactions on Industrial Electronics': ['IEEE Trans. Ind. Electron.', 'IEEE_J_IE'],
            'IEEE Transactions on Industrial Electronics and Control Instrumentation': ['IEEE Trans. Ind. '
                                                                                        'Electron. Contr. '
                                                                                        'Instrum.',
                                                                                        'IEEE_J_IECI'],
            'IEEE Transactions on Industry Applications': ['IEEE Trans. Ind. Appl.', 'IEEE_J_IA'],
            'IEEE Transactions on Industry and General Applications': ['IEEE Trans. Ind. Gen. Appl.',
                                                                       'IEEE_J_IGA'],
            'IEEE Transactions on Industrial Informatics': ['IEEE Trans. Ind. Informat.', 'IEEE_J_IINF'],
            'IEEE Transactions on Instrumentation and Measurement': ['IEEE Trans. Instrum. Meas.',
                                                                     'IEEE_J_IM'],
            'IEEE/TMS Journal of Electronic Materials': ['IEEE/TMS J. Electron. Mater.', 'IEEE_J_JEM'],
            'IEEE Transactions on Dielectrics and Electrical Insulation': ['IEEE Trans. Dielectr. Electr. '
                                                                           'Insul.',
                                                                           'IEEE_J_DEI'],
            'IEEE Transactions on Electrical Insulation': ['IEEE Trans. Electr. Insul.', 'IEEE_J_EI'],
            'IEEE/ASME Journal of Microelectromechanical Systems': ['J. Microelectromech. Syst.',
                                                                    'IEEE_J_MEMS'],
            'IEEE Journal of Microelectromechanical Systems': ['J. Microelectromech. Syst.', 'IEEE_J_MEMSI'],
            'IEEE/ASME Transactions on Mechatronics': ['IEEE/ASME Trans. Mechatronics', 'IEEE_J_MECH'],
            'IEEE Journal of Biomedical and Health Informatics': ['IEEE J. Biomed. Health Inform.',
                                                                  'IEEE_J_BHI'],
            'IEEE Journal of Translational Engineering in Health and Medicine': ['IEEE J. Transl. Eng. '
                                                                                 'Health Med.',
                                                                                 'IEEE_J_TEHM'],
            'IEEE Life Sciences Letters': ['IEEE Life Sci. Lett.', 'IEEE_J_LS'],
            'IEEE Reviews in Biomedical Engineering': ['IEEE Rev. Biomed. Eng.', 'IEEE_J_RBME'],
            'IEEE Transactions on Biomedical Circuits and Systems': ['IEEE Trans. Biomed. Circuits Syst.',
                                                                     'IEEE_J_BCAS'],
            'IEEE Transactions on Bio-Medical Electronics': ['IEEE Trans. Bio-Med. Electron.',
                                                             'IEEE_J_BMELC'],
            'IEEE Transactions on Biomedical Engineering': ['IEEE Trans. Biomed. Eng.', 'IEEE_J_BME'],
            'IEEE Transactions on Bio-Medical Engineering': ['IEEE Trans. Bio-Med. Eng.', 'IEEE_J_B-ME'],
            'IEEE/ACM Transactions on Computational Biology and Bioinformatics': ['IEEE/ACM Trans. Comput. '
                                                                                  'Biol. Bioinformatics',
                                                                                  'IEEE_J_CBB'],
            'IEEE Transactions on Information Technology in Biomedicine': ['IEEE Trans. Inf. Technol. '
                                                                           'Biomed.',
                                                                           'IEEE_J_ITBM'],
            'IEEE Transactions on Medical Electronics': ['IEEE Trans. Med. Electron.', 'IEEE_J_ME'],
            'IEEE Transactions on Medical Imaging': ['IEEE Trans. Med. Imag.', 'IEEE_J_MI'],
            'IEEE Transactions on Molecular, Biological and Multi-Scale Communications': ['IEEE Trans. Mol. '
                                                                                          'Biol. Multi-Scale '
                                                                                          'Commun.',
                                                                                          'IEEE_J_MBSC'],
            'IEEE Transactions on NanoBioscience': ['IEEE Trans. Nanobiosci.', 'IEEE_J_NB'],
            'IEEE Transactions on Neural Systems and Rehabilitation Engineering': ['IEEE Trans. Neural Syst. '
                                                                                   'Rehabil. Eng.',
                                                                                   'IEEE_J_NSRE'],
            'IEEE Transactions on Rehabilitation Engineering': ['IEEE Trans. Rehabil. Eng.', 'IEEE_J_RE'],
            'IEEE/OSA Journal of Lightwave Technology': ['J. Lightw. Technol.', 'IEEE_J_JLT'],
            'IEEE Journal of Optical Communications and Networking': ['IEEE J. Opt. Commun. Netw.',
                                                                      'IEEE_J_OCN'],
            'IEEE Photonics Journal': ['IEEE Photon. J.', 'IEEE_J_PJ'],
            'IEEE Photonics Technology Letters': ['IEEE Photon. Technol. Lett.', 'IEEE_J_PTL'],
            'IEEE Electron Device Letters': ['IEEE Electron Device Lett.', 'IEEE_J_EDL'],
            'IEEE Journal of Electron Devices Society': ['IEEE J. Electron Devices Soc.', 'IEEE_J_EDS'],
            'IEEE Journal of Quantum Electronics': ['IEEE J. Quantum Electron.', 'IEEE_J_JQE'],
            'IEEE Journal of Selected Topics in Quantum Electronics': ['IEEE J. Sel. Topics Quantum '
                                                                       'Electron.',
                                                                       'IEEE_J_JSTQE'],
            'IEEE Nanotechnology Express': ['IEEE Nanotechnol. Express', 'IEEE_J_ENANO'],
            'IEEE Transactions on Electron Devices': ['IEEE Trans. Electron Devices', 'IEEE_J_ED'],
            'IEEE Transactions on Nanotechnology': ['IEEE Trans. Nanotechnol.', 'IEEE_J_NANO'],
            'IEEE Transactions on Nuclear Science': ['IEEE Trans. Nucl. Sci.', 'IEEE_J_NS'],
            'IEEE Transactions on Plasma Science': ['IEEE Trans. Plasma Sci.', 'IEEE_J_PS'],
            'IEEE Transactions on Device and Materials Reliability': ['IEEE Trans. Device Mater. Rel.',
                                                                      'IEEE_J_DMR'],
            'IEEE Transactions on Reliability': ['IEEE Trans. Rel.', 'IEEE_J_R'],
            'IEEE/ECS Electrochemical and Solid-State Letters': ['IEEE/ECS Electrochem. Solid-State Lett.',
                                                                 'IEEE_J_ESSL'],
            'IEEE Journal of Solid-State Circuits': ['IEEE J. Solid-State Circuits', 'IEEE_J_JSSC'],
            'IEEE Transactions on Applied Superconductivity': ['IEEE Trans. Appl. Supercond.', 'IEEE_J_ASC'],
            'IEEE Transactions on Semiconductor Manufacturing': ['IEEE Trans. Semicond. Manuf.', 'IEEE_J_SM'],
            'IEEE Sensors Journal': ['IEEE Sensors J.', 'IEEE_J_SENSOR'],
            'IEEE Transactions on Very Large Scale Integration (VLSI) Systems': ['IEEE Trans. VLSI Syst.',
                                                                                 'IEEE_J_VLSI'],
            'IEEE Access': ['IEEE Access', 'IEEE_O_ACC'],
            'IEEE Aerospace and Electronics Systems Magazine': ['IEEE Aerosp. Electron. Syst. Mag.',
                                                                'IEEE_M_AES'],
            'IEEE Annals of the History of Computing': ['IEEE Ann. Hist. Comput.', 'IEEE_M_HIST'],
            'IEEE Antennas and Propagation Magazine': ['IEEE Antennas Propag. Mag.', 'IEEE_M_AP'],
            'IEEE ASSP Magazine': ['IEEE ASSP Mag.', 'IEEE_M_ASSP'],
            'China Communications Magazine': ['China Commun.', 'IEEE_M_CHINAC'],
            'IEEE Circuits and Devices Magazine': ['IEEE Circuits Devices Mag.', 'IEEE_M_CD'],
            'IEEE Circuits and Systems Magazine': ['IEEE Circuits Syst. Mag.', 'IEEE_M_CAS'],
            'IEEE Communications Magazine': ['IEEE Commun. Mag.', 'IEEE_M_COM'],
            'IEEE Communications Society Magazine': ['IEEE Commun. Soc. Mag.', 'IEEE_M_COMSOC'],
            'IEEE Communications Surveys and Tutorials': ['IEEE Commun. Surveys Tuts.', 'IEEE_O_CSTO'],
            'IEEE Computational Intelligence Magazine': ['IEEE Comput. Intell. Mag.', 'IEEE_M_CIM'],
            'IEEE Computing in Science and Engineering': ['IEEE Comput. Sci. Eng.', 'IEEE_M_CSE'],
            'IEEE Computational Science and Engineering Magazine': ['IEEE Comput. Sci. Eng. Mag.',
                                                                    'IEEE_M_CSEM'],
            'Computer': ['Computer', 'IEEE_M_C'],
            'IEEE Computer Applications in Power': ['IEEE Comput. Appl. Power', 'IEEE_M_CAP'],
            'IEEE Computer Graphics and Applications': ['IEEE Comput. Graph. Appl.', 'IEEE_M_CGA'],
            'IEEE Concurrency': ['IEEE Concurrency', 'IEEE_M_CONC'],
            'IEEE Control Systems Magazine': ['IEEE Control Syst. Mag.', 'IEEE_M_CS'],
            'IEEE Design & Test': ['IEEE Des. Test', 'IEEE_M_DT'],
            'IEEE Design and Test of Computers': ['IEEE Des. Test. Comput.', 'IEEE_M_DTC'],
            'IEEE Distributed Systems Online': ['IEEE Distrib. Syst. Online', 'IEEE_O_DSO'],
            'IEEE Electrical Insulation Magazine': ['IEEE Electr. Insul. Mag.', 'IEEE_M_EI'],
            'IEEE Electrification Magazine': ['IEEE Electrific. Mag.', 'IEEE_M_ETF'],
            'IEEE Electromagnetic Compatibility Magazine': ['IEEE Electromagn. Compat.', 'IEEE_M_EMC'],
            'IEEE ElectroTechnology Review': ['IEEE ElectroTechnol. Rev.', 'IEEE_M_ETR'],
            'IEEE Engineering Management Review': ['IEEE Eng. Manag. Rev.', 'IEEE_M_EMR'],
            'IEEE Engineering in Medicine and Biology Magazine': ['IEEE Eng. Med. Biol. Mag.', 'IEEE_M_EMB'],
            'IEEE Expert': ['IEEE Expert', 'IEEE_M_EXP'],
            'IEEE Geoscience and Remote Sensing Magazine': ['IEEE Geosci. Remote Sens. Mag.', 'IEEE_M_GRS'],
            'IEEE Industry Applications Magazine': ['IEEE Ind. Appl. Mag.', 'IEEE_M_IA'],
            'IEEE Industrial Electronics Magazine': ['IEEE Ind. Electron. Mag.', 'IEEE_M_IE'],
            'IEEE Instrumentation and Measurement Magazine': ['IEEE Instrum. Meas. Mag.', 'IEEE_M_IM'],
            'IEEE Intelligent Systems': ['IEEE Intell. Syst.', 'IEEE_M_IS'],
            'IEEE Intelligent Transportation Systems Magazine': ['IEEE Intell. Transp. Syst. Mag.',
                                                                 'IEEE_M_ITS'],
            'IEEE Internet Computing': ['IEEE Internet Comput.', 'IEEE_M_IC'],
            'IEEE IT Professional': ['IEEE IT Prof.', 'IEEE_M_ITP'],
            'IEEE Micro': ['IEEE Micro', 'IEEE_M_MICRO'],
            'IEEE Microwave Magazine': ['IEEE Microw. Mag.', 'IEEE_M_MW'],
            'IEEE Multimedia': ['IEEE Multimedia', 'IEEE_M_MM'],
            'IEEE Nanotechnology Magazine': ['IEEE Nanotechnol. Mag.', 'IEEE_M_NANO'],
            'IEEE Network': ['IEEE Netw.', 'IEEE_M_NET'],
            'IEEE Personal Communications Magazine': ['IEEE Personal Commun. Mag.', 'IEEE_M_PCOM'],
            'IEEE Pervasive Computing': ['IEEE Pervasive Comput.', 'IEEE_M_PVC'],
            'IEEE Potentials': ['IEEE Potentials', 'IEEE_M_POT'],
            'IEEE Power Electronics Magazine': ['IEEE Power Electron. Mag.', 'IEEE_M_PEL'],
            'IEEE Power and Energy Magazine': ['IEEE Power Energy Mag.', 'IEEE_M_PE'],
            'IEEE Power Engineering Review': ['IEEE Power Eng. Rev.', 'IEEE_M_PER'],
            'IEEE Pulse': ['IEEE Pulse', 'IEEE_M_PULSE'],
            'IEEE Robotics and Automation Magazine': ['IEEE Robot. Autom. Mag.', 'IEEE_M_RA'],
            'IEEE Security and Privacy': ['IEEE Security Privacy', 'IEEE_M_SAP'],
            'IEEE Signal Processing Magazine': ['IEEE Signal Process. Mag.', 'IEEE_M_SP'],
            'IEEE Software': ['IEEE Softw.', 'IEEE_M_S'],
            'IEEE Solid-State Circuits Magazine': ['IEEE Solid-State Circuits Mag.', 'IEEE_M_SSC'],
            'IEEE Spectrum': ['IEEE Spectr.', 'IEEE_M_SPECT'],
            'IEEE Systems, Man, and Cybernetics Magazine': ['IEEE Syst., Man, Cybern. Mag.', 'IEEE_M_SMC'],
            'IEEE Technology and Society Magazine': ['IEEE Technol. Soc. Mag.', 'IEEE_M_TS'],
            'IEEE Vehicular Technology Magazine': ['IEEE Veh. Technol. Mag.', 'IEEE_M_VT'],
            'IEEE Wireless Communications': ['IEEE Wireless Commun.', 'IEEE_M_WC'],
            "Today's Engineer": ["Today's Engineer", 'IEEE_M_TODAY'],
            'IEEE Transactions on Artificial Intelligence': ['IEEE Trans. Artif. Intell.', ''],
            'IEEE Transactions on Quantum Engineering': ['IEEE Trans. Quantum Eng.', ''],
            'IEEE Transactions on Computational Imaging': ['IEEE Trans. Comput. Imag.', ''],
            'IEEE Transactions on Green Communications and Networking': ['IEEE Trans. Green Commun. Netw.',
                                                                         ''],
            'IEEE Transactions on Sustainable Computing': ['IEEE Trans. Sustain. Comput.', ''],
            'IEEE Transactions on Molecular, Biological, and Multi-Scale Communications': ['IEEE Trans. Mol. '
                                                                                           'Biol. '
                                                                                           'Multi-Scale '
                                                                                           'Commun.',
                                                                                           ''],
            'IEEE Transactions on Emerging Topics in Computational Intelligence': ['IEEE Trans. Emerg. '
                                                                                   'Topics Comput. Intell.',
                                                                                   ''],
            'IEEE Transactions on Radiation and Plasma Medical Sciences': ['IEEE Trans. Radiat. Plasma Med. '
                                                                           'Sci.',
                                                                           ''],
            'IEEE Transactions on Games': ['IEEE Trans. Games', ''],
            'IEEE Transactions on Medical Robotics and Bionics': ['IEEE Trans. Med. Robot. Bionics', ''],
            'IEEE Transactions on Biometrics, Behavior, and Identity Science': ['IEEE Trans. Biom., Behav., '
                                                                                'Identity Sci.',
                                                                                ''],
            'IEEE Transactions on Technology and Society': ['IEEE Trans. Technol. Soc.', ''],
            'IEEE Transactions on Machine Learning in Communications and Networking': ['IEEE Trans. Mach. '
                                                                                       'Learn. Commun. Netw.',
                                                                                       ''],
            'IEEE Transactions on AgriFood Electronics': ['IEEE Trans. AgriFood Electron.', ''],
            'IEEE Control Systems Letters': ['IEEE Control Syst. Lett.', ''],
            'IEEE Networking Letters': ['IEEE Netw. Lett.', ''],
            'IEEE Sensors Letters': ['IEEE Sensors Lett.', ''],
            'IEEE Solid-State Circuits Letters': ['IEEE Solid-State Circuits Lett.', ''],
            'IEEE Letters of the Computer Society': ['IEEE Lett. Comput. Soc.', ''],
            'IEEE Letters on Electromagnetic Compatibility Practice and Applications': ['IEEE Lett. '
                                                                                        'Electromagn. '
                                                                                        'Compat. Pract. '
                                                                                        'Appl.',
                                                                                        ''],
            'IEEE Internet of Things Magazine': ['IEEE Internet Things Mag.', ''],
            'IEEE Communications Standards Magazine': ['IEEE Commun. Standards Mag.', ''],
            'IEEE Journal of Emerging and Selected Topics in Industrial Electronics': ['IEEE J. Emerg. Sel. '
                                                                                       'Topics Ind. '
                                                                                       'Electron.',
                                                                                       ''],
            'IEEE Journal of Indoor and Seamless Positioning and Navigation': ['IEEE J. Indoor Seamless '
                                                                               'Position. Navig.',
                                                                               ''],
            'IEEE Journal of Electromagnetics, RF and Microwaves in Medicine and Biology': ['IEEE J. '
                                                                                            'Electromagn. RF '
                                                                                            'Microw. Med. '
                                                                                            'Biol.',
                                                                                            ''],
            'IEEE Journal of Microwaves': ['IEEE J. Microw.', ''],
            'IEEE Journal on Selected Areas in Information Theory': ['IEEE J. Sel. Areas Inf. Theory', ''],
            'IEEE Journal on Miniaturization for Air and Space Systems': ['IEEE J. Miniaturization Air Space '
                                                                          'Syst.',
                                                                          ''],
            'IEEE Journal on Flexible Electronics': ['IEEE J. Flex. Electron.', ''],
            'IEEE Journal of Radio Frequency Identification': ['IEEE J. Radio Freq. Identif.', ''],
            'IEEE Open Journal of the Communications Society': ['IEEE Open J. Commun. Soc.', ''],
            'IEEE Open Journal of Signal Processing': ['IEEE Open J. Signal Process.', ''],
            'IEEE Open Journal of Circuits and Systems': ['IEEE Open J. Circuits Syst.', ''],
            'IEEE Open Journal of Antennas and Propagation': ['IEEE Open J. Antennas Propag.', ''],
            'IEEE Open Journal of Engineering in Medicine and Biology': ['IEEE Open J. Eng. Med. Biol.', ''],
            'IEEE Open Journal of the Industrial Electronics Society': ['IEEE Open J. Ind. Electron. Soc.',
                                                                        ''],
            'IEEE Open Journal of Intelligent Transportation Systems': ['IEEE Open J. Intell. Transp. Syst.',
                                                                        ''],
            'IEEE Open Journal of Nanotechnology': ['IEEE Open J. Nanotechnol.', ''],
            'IEEE Open Journal of Power Electronics': ['IEEE Open J. Power Electron.', ''],
            'IEEE Open Journal of Vehicular Technology': ['IEEE Open J. Veh. Technol.', ''],
            'IEEE Open Journal of the Computer Society': ['IEEE Open J. Comput. Soc.', ''],
            'IEEE Open Journal of Control Systems': ['IEEE Open J. Control Syst.', ''],
            'IEEE Open Journal of the Solid-State Circuits Society': ['IEEE Open J. Solid-State Circuits '
                                                                      'Soc.',
                                                                      ''],
            'IEEE Open Journal of Industry Applications': ['IEEE Open J. Ind. Appl.', ''],
            'IEEE Open Journal of Ultrasonics, Ferroelectrics, and Frequency Control': ['IEEE Open J. '
                                                                                        'Ultrason. '
                                                                                        'Ferroelectr. Freq. '
                                                                                        'Control',
                                                                                        ''],
            'IEEE Open Journal of Instrumentation and Measurement': ['IEEE Open J. Instrum. Meas.', ''],
            'IEEE Open Access Journal of Power and Energy': ['IEEE Open Access J. Power Energy', '']}}
