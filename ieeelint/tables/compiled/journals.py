"""Generated from journals.toml by ``python -m ieeelint.tables``."""

TABLE = {'titles': {'IEEE Access': ['IEEE Access'],
            'IEEE Access Journal': ['IEEE Access'],
            'IEEE Aerospace and Electronic Systems Magazine': ['IEEE Aerosp. Electron. Syst. Mag.'],
            'IEEE Aerospace and Electronics Systems Magazine': ['IEEE Aerosp. Electron. Syst. Mag.'],
            'IEEE Annals of the History of Computing': ['IEEE Ann. Hist. Comput.'],
            'IEEE Antennas and Propagation Magazine': ['IEEE Antennas Propag. Mag.'],
            'IEEE Antennas and Wireless Propagation Letters': ['IEEE Antennas Wireless Propag. Lett.'],
            'IEEE ASSP Magazine': ['IEEE ASSP Mag.'],
            'IEEE Biometrics Compendium': ['IEEE Biometrics Compend.', 'Biometrics Compend.'],
            'IEEE BITS the Information Theory Magazine': ['IEEE BITS Inf. Theory Mag.'],
            'IEEE Canadian Journal of Electrical and Computer Engineering': ['IEEE Can. J. Elect. Comput. '
                                                                             'Eng.',
                                                                             'IEEE Canadian J. Elect. '
                                                                             'Comput. Eng.',
                                                                             'Can. J. Elect. Comput. Eng.'],
            'IEEE Canadian Review': ['IEEE Canadian Rev.', 'IEEE Can. Rev.'],
            'IEEE Circuits and Devices Magazine': ['IEEE Circuits Devices Mag.'],
            'IEEE Circuits and Systems Magazine': ['IEEE Circuits Syst. Mag.'],
            'IEEE Cloud Computing': ['IEEE Cloud Comput.'],
            'IEEE Communications Letters': ['IEEE Commun. Lett.'],
            'IEEE Communications Magazine': ['IEEE Commun. Mag.'],
            'IEEE Communications Society Magazine': ['IEEE Commun. Soc. Mag.'],
            'IEEE Communications Standards Magazine': ['IEEE Commun. Standards Mag.',
                                                       'IEEE Commun. Stand. Mag.'],
            'IEEE Communications Surveys & Tutorials': ['IEEE Commun. Surveys Tuts.',
                                                        'IEEE Commun. Surv. Tut.'],
            'IEEE Computational Intelligence Magazine': ['IEEE Comput. Intell. Mag.'],
            'IEEE Computational Science and Engineering': ['IEEE Comput. Sci. Eng.',
                                                           'IEEE Comput. Sci. Eng. Mag.'],
            'IEEE Computational Science and Engineering Magazine': ['IEEE Comput. Sci. Eng.',
                                                                    'IEEE Comput. Sci. Eng. Mag.'],
            'IEEE Computer': ['Computer', 'IEEE Comput.', 'IEEE Computer'],
            'IEEE Computer Applications in Power': ['IEEE Comput. Appl. Power'],
            'IEEE Computer Architecture Letters': ['IEEE Comput. Archit. Lett.'],
            'IEEE Computer Graphics and Applications': ['IEEE Comput. Graph. Appl.'],
            'IEEE Computer Magazine': ['Computer', 'IEEE Comput.', 'IEEE Computer'],
            'IEEE Computing in Science and Engineering': ['Comput. Sci. Eng.', 'IEEE Comput. Sci. Eng.'],
            'IEEE Concurrency': ['IEEE Concurrency'],
            'IEEE Consumer Electronics Magazine': ['IEEE Consum. Electron. Mag.'],
            'IEEE Control Systems': ['IEEE Control Syst.', 'IEEE Control Syst. Mag.'],
            'IEEE Control Systems Letters': ['IEEE Control Syst. Lett.', 'IEEE Contr. Syst. Lett.'],
            'IEEE Control Systems Magazine': ['IEEE Control Syst. Mag.', 'IEEE Control Syst.',
                                              'IEEE Control Syst. Mag'],
            'IEEE Data Descriptions': ['IEEE Data Descr.'],
            'IEEE Design & Test': ['IEEE Des. Test', 'IEEE Design Test'],
            'IEEE Design & Test of Computers': ['IEEE Des. Test Comput.', 'IEEE Des. Test. Comput.',
                                                'IEEE Design Test Comput.'],
            'IEEE Distributed Systems Online': ['IEEE Distrib. Syst. Online'],
            'IEEE Electrical Insulation Magazine': ['IEEE Electr. Insul. Mag.', 'IEEE Elect. Insul. Mag.'],
            'IEEE Electrification Magazine': ['IEEE Electrific. Mag.'],
            'IEEE Electromagnetic Compatibility Magazine': ['IEEE Electromagn. Compat. Mag.',
                                                            'IEEE Electromagn. Compat.'],
            'IEEE Electron Device Letters': ['IEEE Electron Device Lett.'],
            'IEEE Electron Devices Magazine': ['IEEE Electron Devices Mag.'],
            'IEEE Electron Devices Reviews': ['IEEE Electron Devices Rev.'],
            'IEEE ElectroTechnology Review': ['IEEE ElectroTechnol. Rev.'],
            'IEEE Embedded Systems Letters': ['IEEE Embedded Syst. Lett.'],
            'IEEE Engineering in Medicine and Biology Magazine': ['IEEE Eng. Med. Biol. Mag.'],
            'IEEE Engineering Management Review': ['IEEE Eng. Manag. Rev.', 'IEEE Eng. Manage. Rev.'],
            'IEEE Expert': ['IEEE Expert'],
            'IEEE Geoscience and Remote Sensing Letters': ['IEEE Geosci. Remote Sens. Lett.'],
            'IEEE Geoscience and Remote Sensing Magazine': ['IEEE Geosci. Remote Sens. Mag.'],
            'IEEE Industrial Electronics Magazine': ['IEEE Ind. Electron. Mag.'],
            'IEEE Industry Applications Magazine': ['IEEE Ind. Appl. Mag.'],
            'IEEE Instrumentation & Measurement Magazine': ['IEEE Instrum. Meas. Mag.'],
            'IEEE Intelligent Systems': ['IEEE Intell. Syst.'],
            'IEEE Intelligent Transportation Systems Magazine': ['IEEE Intell. Transp. Syst. Mag.'],
            'IEEE Internet Computing': ['IEEE Internet Comput.'],
            'IEEE Internet Computing Magazine': ['IEEE Internet Comput.'],
            'IEEE Internet of Things Journal': ['IEEE Internet Things J.', 'IEEE Internet of Things J.'],
            'IEEE Internet of Things Magazine': ['IEEE Internet Things Mag.'],
            'IEEE IT Professional': ['IT Prof.', 'IEEE IT Prof.'],
            'IEEE Journal of Biomedical and Health Informatics': ['IEEE J. Biomed. Health Inform.',
                                                                  'IEEE J. Biomed. Health Informat.'],
            'IEEE Journal of Electromagnetics, RF and Microwaves in Medicine and Biology': ['IEEE J. '
                                                                                            'Electromagn., '
                                                                                            'RF, Microw. '
                                                                                            'Med. Biol.',
                                                                                            'IEEE J. '
                                                                                            'Electromagn., '
                                                                                            'RF Microw. Med. '
                                                                                            'Biol.',
                                                                                            'IEEE J. '
                                                                                            'Electromagn. RF '
                                                                                            'Microw. Med. '
                                                                                            'Biol.'],
            'IEEE Journal of Emerging and Selected Topics in Industrial Electronics': ['IEEE J. Emerg. Sel. '
                                                                                       'Topics Ind. '
                                                                                       'Electron.',
                                                                                       'IEEE J. Emerg. Sel. '
                                                                                       'Top. Ind. Electron.'],
            'IEEE Journal of Emerging and Selected Topics in Power Electronics': ['IEEE J. Emerg. Sel. '
                                                                                  'Topics Power Electron.',
                                                                                  'IEEE Trans. Emerg. Sel. '
                                                                                  'Topics Power Electron.'],
            'IEEE Journal of Indoor and Seamless Positioning and Navigation': ['IEEE J. Indoor Seamless '
                                                                               'Position. Navig.',
                                                                               'IEEE J. Indoor Seamless '
                                                                               'Position. Navigation'],
            'IEEE Journal of Microelectromechanical Systems': ['J. Microelectromech. Syst.'],
            'IEEE Journal of Microwaves': ['IEEE J. Microw.', 'IEEE J. Microwaves'],
            'IEEE Journal of Oceanic Engineering': ['IEEE J. Ocean. Eng.'],
            'IEEE Journal of Optical Communications and Networking': ['IEEE J. Opt. Commun. Netw.',
                                                                      'J. Opt. Commun. Netw.'],
            'IEEE Journal of Photovoltaics': ['IEEE J. Photovolt.'],
            'IEEE Journal of Quantum Electronics': ['IEEE J. Quantum Electron.'],
            'IEEE Journal of Radio Frequency Identification': ['IEEE J. Radio Freq. Identif.'],
            'IEEE Journal of Robotics and Automation': ['IEEE J. Robot. Autom.', 'IEEE J. Robot. Automat.'],
            'IEEE Journal of Selected Areas in Sensors': ['IEEE J. Sel. Areas Sensors'],
            'IEEE Journal of Selected Topics in Applied Earth Observations and Remote Sensing': ['IEEE J. '
                                                                                                 'Sel. '
                                                                                                 'Topics '
                                                                                                 'Appl. '
                                                                                                 'Earth '
                                                                                                 'Observ. '
                                                                                                 'Remote '
                                                                                                 'Sens.'],
            'IEEE Journal of Selected Topics in Electromagnetics, Antennas and Propagation': ['IEEE J. Sel. '
                                                                                              'Topics '
                                                                                              'Electromagn., '
                                                                                              'Antennas '
                                                                                              'Propag.',
                                                                                              'IEEE J. Sel. '
                                                                                              'Topics '
                                                                                              'Electromagn. '
                                                                                              'Antennas '
                                                                                              'Propag.'],
            'IEEE Journal of Selected Topics in Quantum Electronics': ['IEEE J. Sel. Topics Quantum '
                                                                       'Electron.'],
            'IEEE Journal of Selected Topics in Signal Processing': ['IEEE J. Sel. Topics Signal Process.'],
            'IEEE Journal of Solid-State Circuits': ['IEEE J. Solid-State Circuits'],
            'IEEE Journal of the Electron Devices Society': ['IEEE J. Electron Devices Soc.'],
            'IEEE Journal of Translational Engineering in Health and Medicine': ['IEEE J. Transl. Eng. '
                                                                                 'Health Med.'],
            'IEEE Journal on Emerging and Selected Topics in Circuits and Systems': ['IEEE J. Emerg. Sel. '
                                                                                     'Topics Circuits Syst.',
                                                                                     'IEEE Trans. Emerg. '
                                                                                     'Sel. Topics Circuits '
                                                                                     'Syst.'],
            'IEEE Journal on Exploratory Solid-State Computational Devices and Circuits': ['IEEE J. Explor. '
                                                                                           'Solid-State '
                                                                                           'Comput. Devices '
                                                                                           'Circuits',
                                                                                           'IEEE J. Explor. '
                                                                                           'Solid-State '
                                                                                           'Computat. '
                                                                                           'Devices Circuits',
                                                                                           'IEEE J. Explor. '
                                                                                           'Solid-State '
                                                                                           'Computat.'],
            'IEEE Journal on Flexible Electronics': ['IEEE J. Flex. Electron.'],
            'IEEE Journal on Miniaturization for Air and Space Systems': ['IEEE J. Miniaturization Air Space '
                                                                          'Syst.',
                                                                          'IEEE J. Miniat. Air Space Syst.'],
            'IEEE Journal on Multiscale and Multiphysics Computational Techniques': ['IEEE J. Multiscale '
                                                                                     'Multiphys. Comput. '
                                                                                     'Techn.',
                                                                                     'IEEE J. Multiscale '
                                                                                     'Multiphys. Comput. '
                                                                                     'Tech.',
                                                                                     'IEEE J. Multiscale and '
                                                                                     'Multiphys. Comput. '
                                                                                     'Techn.'],
            'IEEE Journal on Product Safety Engineering': ['IEEE J. Product Safety Eng.',
                                                           'IEEE J. Prod. Saf. Eng.'],
            'IEEE Journal on Selected Areas in Communications': ['IEEE J. Sel. Areas Commun.'],
            'IEEE Journal on Selected Areas in Information Theory': ['IEEE J. Sel. Areas Inf. Theory'],
            'IEEE Journal on Technology in Computer Aided Design': ['IEEE J. Technol. Comput. Aided Design',
                                                                    'IEEE J. Technol. Computer Aided Des.'],
            'IEEE Latin America Transactions': ['IEEE Latin Amer. Trans.'],
            'IEEE Letters of the Computer Society': ['Lett. IEEE Comput. Soc.', 'IEEE Lett. Comput. Soc.'],
            'IEEE Letters on Electromagnetic Compatibility Practice and Applications': ['IEEE Lett. '
                                                                                        'Electromagn. '
                                                                                        'Compat. Pract. '
                                                                                        'Appl.',
                                                                                        'IEEE Lett. EMC '
                                                                                        'Pract. Appl.',
                                                                                        'IEEE Lett. EMC. '
                                                                                        'Pract. Applicat.'],
            'IEEE Life Sciences Letters': ['IEEE Life Sci. Lett.'],
            'IEEE Magnetics Letters': ['IEEE Magn. Lett.'],
            'IEEE Micro': ['IEEE Micro'],
            'IEEE Micro Magazine': ['IEEE Micro'],
            'IEEE Microwave and Guided Wave Letters': ['IEEE Microw. Guided Wave Lett.'],
            'IEEE Microwave and Wireless Components Letters': ['IEEE Microw. Wireless Compon. Lett.'],
            'IEEE Microwave and Wireless Technology Letters': ['IEEE Microw. Wireless Technol. Lett.'],
            'IEEE Microwave Magazine': ['IEEE Microw. Mag.'],
            'IEEE MultiMedia': ['IEEE MultiMedia', 'IEEE Multimedia', 'IEEE Multimedia Mag.'],
            'IEEE Nanotechnology Express': ['IEEE Nanotechnol. Exp.', 'IEEE Nanotechnol. Express'],
            'IEEE Nanotechnology Magazine': ['IEEE Nanotechnol. Mag.'],
            'IEEE Network': ['IEEE Netw.'],
            'IEEE Network Magazine': ['IEEE Netw.'],
            'IEEE Networking Letters': ['IEEE Netw. Lett.'],
            'IEEE Open Access Journal of Power and Energy': ['IEEE Open Access J. Power Energy',
                                                             'IEEE Open J. Power Energy'],
            'IEEE Open Journal of Antennas and Propagation': ['IEEE Open J. Antennas Propag.'],
            'IEEE Open Journal of Circuits and Systems': ['IEEE Open J. Circuits Syst.'],
            'IEEE Open Journal of Control Systems': ['IEEE Open J. Control Syst.'],
            'IEEE Open Journal of Engineering in Medicine and Biology': ['IEEE Open J. Eng. Med. Biol.'],
            'IEEE Open Journal of Industry Applications': ['IEEE Open J. Ind. Appl.',
                                                           'IEEE Open J. Ind. Applicat.'],
            'IEEE Open Journal of Instrumentation and Measurement': ['IEEE Open J. Instrum. Meas.'],
            'IEEE Open Journal of Intelligent Transportation Systems': ['IEEE Open J. Intell. Transp. Syst.'],
            'IEEE Open Journal of Nanotechnology': ['IEEE Open J. Nanotechnol.'],
            'IEEE Open Journal of Power Electronics': ['IEEE Open J. Power Electron.'],
            'IEEE Open Journal of Signal Processing': ['IEEE Open J. Signal Process.'],
            'IEEE Open Journal of Systems Engineering': ['IEEE Open J. Syst. Eng.'],
            'IEEE Open Journal of the Communications Society': ['IEEE Open J. Commun. Soc.'],
            'IEEE Open Journal of the Computer Society': ['IEEE Open J. Comput. Soc.'],
            'IEEE Open Journal of the Industrial Electronics Society': ['IEEE Open J. Ind. Electron. Soc.'],
            'IEEE Open Journal of the Solid-State Circuits Society': ['IEEE Open J. Solid-State Circuits '
                                                                      'Soc.'],
            'IEEE Open Journal of Ultrasonics, Ferroelectrics, and Frequency Control': ['IEEE Open J. '
                                                                                        'Ultrason., '
                                                                                        'Ferroelectr., Freq. '
                                                                                        'Control',
                                                                                        'IEEE Open J. '
                                                                                        'Ultrasonics, '
                                                                                        'Ferroelectr., Freq. '
                                                                                        'Control',
                                                                                        'IEEE Open J. '
                                                                                        'Ultrason. '
                                                                                        'Ferroelectr. Freq. '
                                                                                        'Control'],
            'IEEE Open Journal of Vehicular Technology': ['IEEE Open J. Veh. Technol.'],
            'IEEE Open Journal on Immersive Displays': ['IEEE Open J. Immersive Displays'],
            'IEEE Personal Communications': ['IEEE Pers. Commun.', 'IEEE Personal Commun. Mag.',
                                             'IEEE Pers. Commun. Mag.'],
            'IEEE Personal Communications Magazine': ['IEEE Pers. Commun.', 'IEEE Personal Commun. Mag.',
                                                      'IEEE Pers. Commun. Mag.'],
            'IEEE Pervasive Computing': ['IEEE Pervasive Comput.'],
            'IEEE Photonics Journal': ['IEEE Photon. J.'],
            'IEEE Photonics Technology Letters': ['IEEE Photon. Technol. Lett.'],
            'IEEE Potentials': ['IEEE Potentials'],
            'IEEE Power and Energy Magazine': ['IEEE Power Energy Mag.'],
            'IEEE Power and Energy Technology Systems Journal': ['IEEE Power Energy Technol. Syst. J.'],
            'IEEE Power Electronics Letters': ['IEEE Power Electron. Lett.'],
            'IEEE Power Electronics Magazine': ['IEEE Power Electron. Mag.'],
            'IEEE Power Engineering Review': ['IEEE Power Eng. Rev.'],
            'IEEE Pulse': ['IEEE Pulse'],
            'IEEE Reliability Magazine': ['IEEE Rel. Mag.'],
            'IEEE Reviews in Biomedical Engineering': ['IEEE Rev. Biomed. Eng.'],
            "IEEE Revista Iberoamericana de Technolog'ias del Aprendizaje": ['IEEE Rev. Iberoam. Tecnol. '
                                                                             'Aprendizaje',
                                                                             'IEEE Revista Iberoamericana de '
                                                                             'Tecnologias del Aprendizaje',
                                                                             'IEEE Revista Iberoamericana de '
                                                                             "Technolog'ias del Aprendizaje"],
            'IEEE Revista Iberoamericana de Tecnologias del Aprendizaje': ['IEEE Rev. Iberoam. Tecnol. '
                                                                           'Aprendizaje',
                                                                           'IEEE Revista Iberoamericana de '
                                                                           'Tecnologias del Aprendizaje',
                                                                           'IEEE Revista Iberoamericana de '
                                                                           "Technolog'ias del Aprendizaje"],
            'IEEE RFIC Journal': ['IEEE RFIC Virtual J.', 'IEEE RFIC J.'],
            'IEEE RFIC Virtual Journal': ['IEEE RFIC Virtual J.', 'IEEE RFIC J.'],
            'IEEE RFID Journal': ['IEEE RFID Virtual J.', 'IEEE RFID J.', 'IEEE RFID Virtual J. Compend.'],
            'IEEE RFID Virtual Journal': ['IEEE RFID Virtual J.', 'IEEE RFID J.',
                                          'IEEE RFID Virtual J. Compend.'],
            'IEEE Robotics & Automation Magazine': ['IEEE Robot. Autom. Mag.', 'IEEE Robot. Automat. Mag.'],
            'IEEE Robotics and Automation Letters': ['IEEE Robot. Autom. Lett.',
                                                     'IEEE Robot. Automat. Lett.'],
            'IEEE Robotics and Automation Practice': ['IEEE Robot. Autom. Practice',
                                                      'IEEE Robot. Autom. Pract.'],
            'IEEE Security & Privacy': ['IEEE Security Privacy', 'IEEE Secur. Privacy',
                                        'IEEE Secur. Privacy Mag.'],
            'IEEE Sensors Journal': ['IEEE Sensors J.'],
            'IEEE Sensors Letters': ['IEEE Sensors Lett.', 'IEEE Sens. Lett.'],
            'IEEE Sensors Reviews': ['IEEE Sens. Rev.', 'IEEE Sensors Rev.'],
            'IEEE Signal Processing Letters': ['IEEE Signal Process. Lett.'],
            'IEEE Signal Processing Magazine': ['IEEE Signal Process. Mag.'],
            'IEEE Software': ['IEEE Softw.'],
            'IEEE Software Magazine': ['IEEE Softw.'],
            'IEEE Solid-State Circuits Letters': ['IEEE Solid-State Circuits Lett.'],
            'IEEE Solid-State Circuits Magazine': ['IEEE Solid-State Circuits Mag.'],
            'IEEE Spectrum': ['IEEE Spectr.'],
            'IEEE Spectrum Magazine': ['IEEE Spectr.'],
            'IEEE Sustainable Computing': ['IEEE Trans. Sustain. Comput.', 'IEEE Sustain. Comput.'],
            'IEEE Systems Journal': ['IEEE Syst. J.'],
            'IEEE Systems, Man, and Cybernetics Letters': ['IEEE Syst., Man, Cybern. Lett.'],
            'IEEE Systems, Man, and Cybernetics Magazine': ['IEEE Syst., Man, Cybern. Mag.'],
            'IEEE Technology and Society Magazine': ['IEEE Technol. Soc. Mag.'],
            'IEEE Transactions on Acoustics, Speech, and Signal Processing': ['IEEE Trans. Acoust., Speech, '
                                                                              'Signal Process.'],
            'IEEE Transactions on Advanced Packaging': ['IEEE Trans. Adv. Packag.'],
            'IEEE Transactions on Aeronautical and Navigational Electronics': ['IEEE Trans. Aeronaut. Navig. '
                                                                               'Electron.'],
            'IEEE Transactions on Aerospace': ['IEEE Trans. Aerosp.'],
            'IEEE Transactions on Aerospace and Electronic Systems': ['IEEE Trans. Aerosp. Electron. Syst.'],
            'IEEE Transactions on Aerospace and Navigational Electronics': ['IEEE Trans. Aerosp. Navig. '
                                                                            'Electron.'],
            'IEEE Transactions on Affective Computing': ['IEEE Trans. Affective Comput.',
                                                         'IEEE Trans. Affect. Comput.'],
            'IEEE Transactions on AgriFood Electronics': ['IEEE Trans. AgriFood Electron.'],
            'IEEE Transactions on Airborne Electronics': ['IEEE Trans. Airborne Electron.'],
            'IEEE Transactions on Antennas and Propagation': ['IEEE Trans. Antennas Propag.'],
            'IEEE Transactions on Applications and Industry': ['IEEE Trans. Appl. Ind.'],
            'IEEE Transactions on Applied Superconductivity': ['IEEE Trans. Appl. Supercond.'],
            'IEEE Transactions on Artificial Intelligence': ['IEEE Trans. Artif. Intell.',
                                                             'IEEE Trans. Artif. Intel.'],
            'IEEE Transactions on Audio': ['IEEE Trans. Audio'],
            'IEEE Transactions on Audio and Electroacoustics': ['IEEE Trans. Audio Electroacoust.'],
            'IEEE Transactions on Audio, Speech, and Language Processing': ['IEEE Trans. Audio, Speech, '
                                                                            'Language Process.',
                                                                            'IEEE Trans. Audio, Speech, '
                                                                            'Lang. Process.',
                                                                            'IEEE Audio, Speech, Language '
                                                                            'Process.'],
            'IEEE Transactions on Automatic Control': ['IEEE Trans. Autom. Control',
                                                       'IEEE Trans. Automat. Contr.',
                                                       'IEEE Trans. Automat. Control'],
            'IEEE Transactions on Automation Science and Engineering': ['IEEE Trans. Autom. Sci. Eng.',
                                                                        'IEEE Trans. Automat. Sci. Eng.'],
            'IEEE Transactions on Autonomous Mental Development': ['IEEE Trans. Auton. Mental Develop.'],
            'IEEE Transactions on Big Data': ['IEEE Trans. Big Data'],
            'IEEE Transactions on Bio-Medical Electronics': ['IEEE Trans. Bio-Med. Electron.'],
            'IEEE Transactions on Bio-Medical Engineering': ['IEEE Trans. Bio-Med. Eng.'],
            'IEEE Transactions on Biomedical Circuits and Systems': ['IEEE Trans. Biomed. Circuits Syst.'],
            'IEEE Transactions on Biomedical Engineering': ['IEEE Trans. Biomed. Eng.'],
            'IEEE Transactions on Biometrics, Behavior, and Identity Science': ['IEEE Trans. Biom., Behav., '
                                                                                'Ident. Sci.',
                                                                                'IEEE Trans. Biom., Behav., '
                                                                                'Identity Sci.',
                                                                                'IEEE Trans. Biometrics, '
                                                                                'Behav., Identity Sci.'],
            'IEEE Transactions on Broadcast and Television Receivers': ['IEEE Trans. Broadcast. Telev. '
                                                                        'Receiv.',
                                                                        'IEEE Trans. Broadcast Television '
                                                                        'Receivers'],
            'IEEE Transactions on Broadcasting': ['IEEE Trans. Broadcast.'],
            'IEEE Transactions on Cable Television': ['IEEE Trans. Cable Telev.'],
            'IEEE Transactions on Circuit Theory': ['IEEE Trans. Circuit Theory'],
            'IEEE Transactions on Circuits and Systems': ['IEEE Trans. Circuits Syst.'],
            'IEEE Transactions on Circuits and Systems for Artificial Intelligence': ['IEEE Trans. Circuits '
                                                                                      'Syst. Artif. Intell.',
                                                                                      'IEEE Trans. Circuits '
                                                                                      'Syst. Artif. Intel.'],
            'IEEE Transactions on Circuits and Systems for Video Technology': ['IEEE Trans. Circuits Syst. '
                                                                               'Video Technol.'],
            'IEEE Transactions on Circuits and Systems I': ['IEEE Trans. Circuits Syst. I'],
            'IEEE Transactions on Circuits and Systems I: Fundamental Theory and Applications': ['IEEE '
                                                                                                 'Trans. '
                                                                                                 'Circuits '
                                                                                                 'Syst. I, '
                                                                                                 'Fundam. '
                                                                                                 'Theory '
                                                                                                 'Appl.',
                                                                                                 'IEEE '
                                                                                                 'Trans. '
                                                                                                 'Circuits '
                                                                                                 'Syst. I. '
                                                                                                 'Fundam. '
                                                                                                 'Theory '
                                                                                                 'Appl.',
                                                                                                 'IEEE '
                                                                                                 'Trans. '
                                                                                                 'Circuits '
                                                                                                 'Syst. I'],
            'IEEE Transactions on Circuits and Systems I: Regular Papers': ['IEEE Trans. Circuits Syst. I, '
                                                                            'Reg. Papers',
                                                                            'IEEE Trans. Circuits Syst. I'],
            'IEEE Transactions on Circuits and Systems II': ['IEEE Trans. Circuits Syst. II'],
            'IEEE Transactions on Circuits and Systems II: Analog and Digital Signal Processing': ['IEEE '
                                                                                                   'Trans. '
                                                                                                   'Circuits '
                                                                                                   'Syst. '
                                                                                                   'II, '
                                                                                                   'Analog '
                                                                                                   'Digit. '
                                                                                                   'Signal '
                                                                                                   'Process.',
                                                                                                   'IEEE '
                                                                                                   'Trans. '
                                                                                                   'Circuits '
                                                                                                   'Syst. '
                                                                                                   'II. '
                                                                                                   'Analog '
                                                                                                   'Digit. '
                                                                                                   'Signal '
                                                                                                   'Process.',
                                                                                                   'IEEE '
                                                                                                   'Trans. '
                                                                                                   'Circuits '
                                                                                                   'Syst. '
                                                                                                   'II'],
            'IEEE Transactions on Circuits and Systems II: Express Briefs': ['IEEE Trans. Circuits Syst. II, '
                                                                             'Exp. Briefs',
                                                                             'IEEE Trans. Circuits Syst. II'],
            'IEEE Transactions on Cloud Computing': ['IEEE Trans. Cloud Comput.',
                                                     'IEEE Trans. on Cloud Comput.'],
            'IEEE Transactions on Cognitive and Developmental Systems': ['IEEE Trans. Cogn. Develop. Syst.'],
            'IEEE Transactions on Cognitive Communications and Networking': ['IEEE Trans. Cogn. Commun. '
                                                                             'Netw.',
                                                                             'IEEE Trans. on Cogn. Commun. '
                                                                             'Netw.'],
            'IEEE Transactions on Communication Technology': ['IEEE Trans. Commun. Technol.'],
            'IEEE Transactions on Communications': ['IEEE Trans. Commun.'],
            'IEEE Transactions on Communications Systems': ['IEEE Trans. Commun. Syst.'],
            'IEEE Transactions on Component Parts': ['IEEE Trans. Compon. Parts'],
            'IEEE Transactions on Components and Packaging Technologies': ['IEEE Trans. Compon. Packag. '
                                                                           'Technol.'],
            'IEEE Transactions on Components and Packaging Technology': ['IEEE Trans. Compon. Packag. '
                                                                         'Technol.'],
            'IEEE Transactions on Components, Hybrids and Manufacturing Technology': ['IEEE Trans. Compon., '
                                                                                      'Hybrids, Manuf. '
                                                                                      'Technol.'],
            'IEEE Transactions on Components, Packaging and Manufacturing Technology': ['IEEE Trans. '
                                                                                        'Compon., Packag., '
                                                                                        'Manuf. Technol.',
                                                                                        'IEEE Trans. '
                                                                                        'Compon., Packag. '
                                                                                        'Manuf. Technol.',
                                                                                        'IEEE Trans. Compon. '
                                                                                        'Packag. Manuf. '
                                                                                        'Technol.'],
            'IEEE Transactions on Components, Packaging and Manufacturing Technology, Part A': ['IEEE Trans. '
                                                                                                'Compon., '
                                                                                                'Packag., '
                                                                                                'Manuf. '
                                                                                                'Technol. A'],
            'IEEE Transactions on Components, Packaging and Manufacturing Technology, Part B': ['IEEE Trans. '
                                                                                                'Compon., '
                                                                                                'Packag., '
                                                                                                'Manuf. '
                                                                                                'Technol. B',
                                                                                                'IEEE Trans. '
                                                                                                'Compon., '
                                                                                                'Packag. '
                                                                                                'Manuf. '
                                                                                                'Technol. B',
                                                                                                'IEEE Trans. '
                                                                                                'Compon., '
                                                                                                'Packag., '
                                                                                                'Manuf. '
                                                                                                'Technol. B, '
                                                                                                'Adv. '
                                                                                                'Packag.'],
            'IEEE Transactions on Components, Packaging and Manufacturing Technology, Part B: Advanced Packaging': ['IEEE '
                                                                                                                    'Trans. '
                                                                                                                    'Compon., '
                                                                                                                    'Packag., '
                                                                                                                    'Manuf. '
                                                                                                                    'Technol. '
                                                                                                                    'B',
                                                                                                                    'IEEE '
                                                                                                                    'Trans. '
                                                                                                                    'Compon., '
                                                                                                                    'Packag. '
                                                                                                                    'Manuf. '
                                                                                                                    'Technol. '
                                                                                                                    'B',
                                                                                                                    'IEEE '
                                                                                                                    'Trans. '
                                                                                                                    'Compon., '
                                                                                                                    'Packag., '
                                                                                                                    'Manuf. '
                                                                                                                    'Technol. '
                                                                                                                    'B, '
                                                                                                                    'Adv. '
                                                                                                                    'Packag.'],
            'IEEE Transactions on Components, Packaging and Manufacturing Technology, Part C': ['IEEE Trans. '
                                                                                                'Compon., '
                                                                                                'Packag., '
                                                                                                'Manuf. '
                                                                                                'Technol. C',
                                                                                                'IEEE Trans. '
                                                                                                'Compon., '
                                                                                                'Packag. '
                                                                                                'Manuf. '
                                                                                                'Technol. C',
                                                                                                'IEEE Trans. '
                                                                                                'Compon., '
                                                                                                'Packag., '
                                                                                                'Manuf. '
                                                                                                'Technol. C, '
                                                                                                'Manuf.'],
            'IEEE Transactions on Components, Packaging and Manufacturing Technology, Part C: Manufacturing': ['IEEE '
                                                                                                               'Trans. '
                                                                                                               'Compon., '
                                                                                                               'Packag., '
                                                                                                               'Manuf. '
                                                                                                               'Technol. '
                                                                                                               'C',
                                                                                                               'IEEE '
                                                                                                               'Trans. '
                                                                                                               'Compon., '
                                                                                                               'Packag. '
                                                                                                               'Manuf. '
                                                                                                               'Technol. '
                                                                                                               'C',
                                                                                                               'IEEE '
                                                                                                               'Trans. '
                                                                                                               'Compon., '
                                                                                                               'Packag., '
                                                                                                               'Manuf. '
                                                                                                               'Technol. '
                                                                                                               'C, '
                                                                                                               'Manuf.'],
            'IEEE Transactions on Computational Biology and Bioinformatics': ['IEEE Trans. Comput. Biol. '
                                                                              'Bioinf.',
                                                                              'IEEE Trans. Comput. Biol. '
                                                                              'Bioinform.'],
            'IEEE Transactions on Computational Imaging': ['IEEE Trans. Comput. Imag.',
                                                           'IEEE Trans. Comput. Imaging'],
            'IEEE Transactions on Computational Intelligence and AI in Games': ['IEEE Trans. Comput. Intell. '
                                                                                'AI Games',
                                                                                'IEEE Trans. Comput. Intell. '
                                                                                'AI in Games'],
            'IEEE Transactions on Computational Social Systems': ['IEEE Trans. Comput. Social Syst.',
                                                                  'IEEE Trans. Computat. Social Syst.'],
            'IEEE Transactions on Computer-Aided Design of Integrated Circuits and Systems': ['IEEE Trans. '
                                                                                              'Comput.-Aided '
                                                                                              'Design '
                                                                                              'Integr. '
                                                                                              'Circuits '
                                                                                              'Syst.',
                                                                                              'IEEE Trans. '
                                                                                              'Comput.-Aided '
                                                                                              'Des. Integr. '
                                                                                              'Circuits '
                                                                                              'Syst.',
                                                                                              'IEEE Trans. '
                                                                                              'Comput. Aided '
                                                                                              'Design '
                                                                                              'Integr. '
                                                                                              'Circuits '
                                                                                              'Syst.'],
            'IEEE Transactions on Computers': ['IEEE Trans. Comput.'],
            'IEEE Transactions on Consumer Electronics': ['IEEE Trans. Consum. Electron.'],
            'IEEE Transactions on Control of Network Systems': ['IEEE Trans. Control Netw. Syst.',
                                                                'IEEE Control Netw. Syst.'],
            'IEEE Transactions on Control Systems Technology': ['IEEE Trans. Control Syst. Technol.'],
            'IEEE Transactions on Cybernetics': ['IEEE Trans. Cybern.'],
            'IEEE Transactions on Dependable and Secure Computing': ['IEEE Trans. Dependable Secure Comput.',
                                                                     'IEEE Trans. Depend. Sec. Comput.'],
            'IEEE Transactions on Device and Materials Reliability': ['IEEE Trans. Device Mater. Rel.'],
            'IEEE Transactions on Dielectrics and Electrical Insulation': ['IEEE Trans. Dielectr. Electr. '
                                                                           'Insul.',
                                                                           'IEEE Trans. Dielectr. Elect. '
                                                                           'Insul.'],
            'IEEE Transactions on Education': ['IEEE Trans. Educ.'],
            'IEEE Transactions on Electrical Insulation': ['IEEE Trans. Electr. Insul.',
                                                           'IEEE Trans. Elect. Insul.'],
            'IEEE Transactions on Electromagnetic Compatibility': ['IEEE Trans. Electromagn. Compat.'],
            'IEEE Transactions on Electron Devices': ['IEEE Trans. Electron Devices'],
            'IEEE Transactions on Electronic Computers': ['IEEE Trans. Electron. Comput.'],
            'IEEE Transactions on Electronics Packaging Manufacturing': ['IEEE Trans. Electron. Packag. '
                                                                         'Manuf.'],
            'IEEE Transactions on Emerging and Selected Topics in Circuits and Systems': ['IEEE J. Emerg. '
                                                                                          'Sel. Topics '
                                                                                          'Circuits Syst.',
                                                                                          'IEEE Trans. '
                                                                                          'Emerg. Sel. '
                                                                                          'Topics Circuits '
                                                                                          'Syst.'],
            'IEEE Transactions on Emerging and Selected Topics in Power Electronics': ['IEEE J. Emerg. Sel. '
                                                                                       'Topics Power '
                                                                                       'Electron.',
                                                                                       'IEEE Trans. Emerg. '
                                                                                       'Sel. Topics Power '
                                                                                       'Electron.'],
            'IEEE Transactions on Emerging Topics in Computational Intelligence': ['IEEE Trans. Emerg. '
                                                                                   'Topics Comput. Intell.'],
            'IEEE Transactions on Emerging Topics in Computing': ['IEEE Trans. Emerg. Topics Comput.'],
            'IEEE Transactions on Energy Conversion': ['IEEE Trans. Energy Convers.'],
            'IEEE Transactions on Energy Markets, Policy, and Regulation': ['IEEE Trans. Energy Markets, '
                                                                            'Policy, Regulat.',
                                                                            'IEEE Trans. Energy Markets, '
                                                                            'Policy Regul.',
                                                                            'IEEE Trans. Energy Markets '
                                                                            'Policy Regul.'],
            'IEEE Transactions on Engineering Management': ['IEEE Trans. Eng. Manag.',
                                                            'IEEE Trans. Eng. Manage.'],
            'IEEE Transactions on Engineering Writing and Speech': ['IEEE Trans. Eng. Writing Speech'],
            'IEEE Transactions on Evolutionary Computation': ['IEEE Trans. Evol. Comput.'],
            'IEEE Transactions on Field Robotics': ['IEEE Trans. Field Robot.'],
            'IEEE Transactions on Fuzzy Systems': ['IEEE Trans. Fuzzy Syst.'],
            'IEEE Transactions on Games': ['IEEE Trans. Games'],
            'IEEE Transactions on Geoscience and Remote Sensing': ['IEEE Trans. Geosci. Remote Sens.'],
            'IEEE Transactions on Geoscience Electronics': ['IEEE Trans. Geosci. Electron.'],
            'IEEE Transactions on Green Communications and Networking': ['IEEE Trans. Green Commun. Netw.'],
            'IEEE Transactions on Haptics': ['IEEE Trans. Haptics'],
            'IEEE Transactions on Human Factors in Electronics': ['IEEE Trans. Hum. Factors Electron.',
                                                                  'Hum. Factors Electron.'],
            'IEEE Transactions on Human-Machine Systems': ['IEEE Trans. Human-Mach. Syst.'],
            'IEEE Transactions on Image Processing': ['IEEE Trans. Image Process.'],
            'IEEE Transactions on Industrial Cyber-Physical Systems': ['IEEE Trans. Ind. Cyber-Phys. Syst.'],
            'IEEE Transactions on Industrial Electronics': ['IEEE Trans. Ind. Electron.'],
            'IEEE Transactions on Industrial Electronics and Control Instrumentation': ['IEEE Trans. Ind. '
                                                                                        'Electron. Contr. '
                                                                                        'Instrum.',
                                                                                        'IEEE Trans. Ind. '
                                                                                        'Electron. Control '
                                                                                        'Instrum.'],
            'IEEE Transactions on Industrial Informatics': ['IEEE Trans. Ind. Informat.',
                                                            'IEEE Trans. Ind. Inform.'],
            'IEEE Transactions on Industry and General Applications': ['IEEE Trans. Ind. Gen. Appl.'],
            'IEEE Transactions on Industry Applications': ['IEEE Trans. Ind. Appl.'],
            'IEEE Transactions on Information Forensics and Security': ['IEEE Trans. Inf. Forensics Security',
                                                                        'IEEE Trans. Inf. Forensics Secur.'],
            'IEEE Transactions on Information Technology in Biomedicine': ['IEEE Trans. Inf. Technol. '
                                                                           'Biomed.'],
            'IEEE Transactions on Information Theory': ['IEEE Trans. Inf. Theory'],
            'IEEE Transactions on Instrumentation and Measurement': ['IEEE Trans. Instrum. Meas.'],
            'IEEE Transactions on Intelligent Transportation Systems': ['IEEE Trans. Intell. Transp. Syst.'],
            'IEEE Transactions on Intelligent Vehicles': ['IEEE Trans. Intell. Veh.'],
            'IEEE Transactions on Knowledge and Data Engineering': ['IEEE Trans. Knowl. Data Eng.'],
            'IEEE Transactions on Learning Technologies': ['IEEE Trans. Learn. Technol.'],
            'IEEE Transactions on Machine Learning in Communications and Networking': ['IEEE Trans. Mach. '
                                                                                       'Learn. Commun. '
                                                                                       'Netw.'],
            'IEEE Transactions on Magnetics': ['IEEE Trans. Magn.'],
            'IEEE Transactions on Man-Machine Systems': ['IEEE Trans. Man-Mach. Syst.'],
            'IEEE Transactions on Manufacturing Technology': ['IEEE Trans. Manuf. Technol.'],
            'IEEE Transactions on Materials for Electron Devices': ['IEEE Trans. Mater. Electron Devices'],
            'IEEE Transactions on Medical Electronics': ['IEEE Trans. Med. Electron.'],
            'IEEE Transactions on Medical Imaging': ['IEEE Trans. Med. Imag.'],
            'IEEE Transactions on Medical Robotics and Bionics': ['IEEE Trans. Med. Robot. Bionics'],
            'IEEE Transactions on Microwave Theory and Techniques': ['IEEE Trans. Microw. Theory Techn.',
                                                                     'IEEE Trans. Microw. Theory Tech.'],
            'IEEE Transactions on Military Electronics': ['IEEE Trans. Mil. Electron.'],
            'IEEE Transactions on Mobile Computing': ['IEEE Trans. Mobile Comput.'],
            'IEEE Transactions on Molecular, Biological, and Multi-Scale Communications': ['IEEE Trans. Mol. '
                                                                                           'Biol. '
                                                                                           'Multi-Scale '
                                                                                           'Commun.',
                                                                                           'IEEE Trans. '
                                                                                           'Mol., Biol., '
                                                                                           'Multi-Scale '
                                                                                           'Commun.'],
            'IEEE Transactions on Multi-Scale Computing Systems': ['IEEE Trans. Multi-Scale Comput. Syst.'],
            'IEEE Transactions on Multimedia': ['IEEE Trans. Multimedia'],
            'IEEE Transactions on NanoBioscience': ['IEEE Trans. Nanobiosci.'],
            'IEEE Transactions on Nanotechnology': ['IEEE Trans. Nanotechnol.'],
            'IEEE Transactions on Network and Service Management': ['IEEE Trans. Netw. Service Manag.',
                                                                    'IEEE Trans. Netw. Service Manage.'],
            'IEEE Transactions on Network Science and Engineering': ['IEEE Trans. Netw. Sci. Eng.'],
            'IEEE Transactions on Networking': ['IEEE Trans. Netw.'],
            'IEEE Transactions on Neural Networks': ['IEEE Trans. Neural Netw.'],
            'IEEE Transactions on Neural Networks and Learning Systems': ['IEEE Trans. Neural Netw. Learn. '
                                                                          'Syst.'],
            'IEEE Transactions on Neural Systems and Rehabilitation Engineering': ['IEEE Trans. Neural Syst. '
                                                                                   'Rehabil. Eng.'],
            'IEEE Transactions on Nuclear Science': ['IEEE Trans. Nucl. Sci.'],
            'IEEE Transactions on Parallel and Distributed Systems': ['IEEE Trans. Parallel Distrib. Syst.'],
            'IEEE Transactions on Parts, Hybrids and Packaging': ['IEEE Trans. Parts, Hybrids, Packag.'],
            'IEEE Transactions on Parts, Materials and Packaging': ['IEEE Trans. Parts, Mater., Packag.'],
            'IEEE Transactions on Pattern Analysis and Machine Intelligence': ['IEEE Trans. Pattern Anal. '
                                                                               'Mach. Intell.'],
            'IEEE Transactions on Plasma Science': ['IEEE Trans. Plasma Sci.'],
            'IEEE Transactions on Power Apparatus and Systems': ['IEEE Trans. Power App. Syst.'],
            'IEEE Transactions on Power Delivery': ['IEEE Trans. Power Del.'],
            'IEEE Transactions on Power Electronics': ['IEEE Trans. Power Electron.'],
            'IEEE Transactions on Power Systems': ['IEEE Trans. Power Syst.'],
            'IEEE Transactions on Privacy': ['IEEE Trans. Privacy'],
            'IEEE Transactions on Professional Communication': ['IEEE Trans. Prof. Commun.',
                                                                'IEEE Prof. Commun.'],
            'IEEE Transactions on Quantum Engineering': ['IEEE Trans. Quantum Eng.'],
            'IEEE Transactions on Radar Systems': ['IEEE Trans. Radar Syst.'],
            'IEEE Transactions on Radiation and Plasma Medical Sciences': ['IEEE Trans. Radiat. Plasma Med. '
                                                                           'Sci.'],
            'IEEE Transactions on Radio Frequency Interference': ['IEEE Trans. Radio Freq. Interference'],
            'IEEE Transactions on Rehabilitation Engineering': ['IEEE Trans. Rehabil. Eng.'],
            'IEEE Transactions on Reliability': ['IEEE Trans. Rel.'],
            'IEEE Transactions on Robotics': ['IEEE Trans. Robot.'],
            'IEEE Transactions on Robotics and Automation': ['IEEE Trans. Robot. Autom.',
                                                             'IEEE Trans. Robot. Automat.'],
            'IEEE Transactions on Semiconductor Manufacturing': ['IEEE Trans. Semicond. Manuf.'],
            'IEEE Transactions on Semiconductor Technology Modeling and Simulation': ['IEEE Trans. Semicond. '
                                                                                      'Technol. Model. '
                                                                                      'Simul.'],
            'IEEE Transactions on Services Computing': ['IEEE Trans. Services Comput.',
                                                        'IEEE Trans. Serv. Comput.'],
            'IEEE Transactions on Signal and Information Processing over Networks': ['IEEE Trans. Signal '
                                                                                     'Inf. Process. Netw.',
                                                                                     'IEEE Trans. Signal '
                                                                                     'Inf. Process. Over '
                                                                                     'Netw.'],
            'IEEE Transactions on Signal and Power Integrity': ['IEEE Trans. Signal Power Integr.',
                                                                'IEEE Trans. Signal Power Integrity'],
            'IEEE Transactions on Signal Processing': ['IEEE Trans. Signal Process.'],
            'IEEE Transactions on Smart Grid': ['IEEE Trans. Smart Grid'],
            'IEEE Transactions on Software Engineering': ['IEEE Trans. Softw. Eng.'],
            'IEEE Transactions on Sonics and Ultrasonics': ['IEEE Trans. Sonics Ultrason.'],
            'IEEE Transactions on Space Electronics and Telemetry': ['IEEE Trans. Space Electron. Telem.'],
            'IEEE Transactions on Speech and Audio Processing': ['IEEE Trans. Speech Audio Process.',
                                                                 'IEEE Speech Audio Process.'],
            'IEEE Transactions on Sustainable Computing': ['IEEE Trans. Sustain. Comput.',
                                                           'IEEE Sustain. Comput.'],
            'IEEE Transactions on Sustainable Energy': ['IEEE Trans. Sustain. Energy'],
            'IEEE Transactions on Systems Science and Cybernetics': ['IEEE Trans. Syst. Sci. Cybern.'],
            'IEEE Transactions on Systems, Man, and Cybernetics': ['IEEE Trans. Syst., Man, Cybern.'],
            'IEEE Transactions on Systems, Man, and Cybernetics, Part A': ['IEEE Trans. Syst., Man, Cybern. '
                                                                           'A, Syst. Humans',
                                                                           'IEEE Trans. Syst., Man, Cybern. '
                                                                           'A'],
            'IEEE Transactions on Systems, Man, and Cybernetics, Part A: Systems and Humans': ['IEEE Trans. '
                                                                                               'Syst., Man, '
                                                                                               'Cybern. A, '
                                                                                               'Syst. Humans',
                                                                                               'IEEE Trans. '
                                                                                               'Syst., Man, '
                                                                                               'Cybern. A'],
            'IEEE Transactions on Systems, Man, and Cybernetics, Part B': ['IEEE Trans. Syst., Man, Cybern. '
                                                                           'B, Cybern.',
                                                                           'IEEE Trans. Syst., Man, Cybern. '
                                                                           'B. Cybern.',
                                                                           'IEEE Trans. Syst., Man, Cybern. '
                                                                           'B'],
            'IEEE Transactions on Systems, Man, and Cybernetics, Part B: Cybernetics': ['IEEE Trans. Syst., '
                                                                                        'Man, Cybern. B, '
                                                                                        'Cybern.',
                                                                                        'IEEE Trans. Syst., '
                                                                                        'Man, Cybern. B. '
                                                                                        'Cybern.',
                                                                                        'IEEE Trans. Syst., '
                                                                                        'Man, Cybern. B'],
            'IEEE Transactions on Systems, Man, and Cybernetics, Part C': ['IEEE Trans. Syst., Man, Cybern. '
                                                                           'C, Appl. Rev.',
                                                                           'IEEE Trans. Syst., Man, Cybern. '
                                                                           'C',
                                                                           'IEEE Trans. Syst., Man, Cybern., '
                                                                           'C Appl. Rev.'],
            'IEEE Transactions on Systems, Man, and Cybernetics, Part C: Applications and Reviews': ['IEEE '
                                                                                                     'Trans. '
                                                                                                     'Syst., '
                                                                                                     'Man, '
                                                                                                     'Cybern. '
                                                                                                     'C, '
                                                                                                     'Appl. '
                                                                                                     'Rev.',
                                                                                                     'IEEE '
                                                                                                     'Trans. '
                                                                                                     'Syst., '
                                                                                                     'Man, '
                                                                                                     'Cybern. '
                                                                                                     'C',
                                                                                                     'IEEE '
                                                                                                     'Trans. '
                                                                                                     'Syst., '
                                                                                                     'Man, '
                                                                                                     'Cybern., '
                                                                                                     'C '
                                                                                                     'Appl. '
                                                                                                     'Rev.'],
            'IEEE Transactions on Systems, Man, and Cybernetics: Systems': ['IEEE Trans. Syst., Man, '
                                                                            'Cybern., Syst.',
                                                                            'IEEE Trans. Syst., Man, Cybern. '
                                                                            'Syst.'],
            'IEEE Transactions on Technology and Society': ['IEEE Trans. Technol. Soc.'],
            'IEEE Transactions on Terahertz Science and Technology': ['IEEE Trans. THz Sci. Technol.',
                                                                      'IEEE Trans. Terahertz Sci. Technol.',
                                                                      'IEEE THz Sci. Technol.'],
            'IEEE Transactions on Transportation Electrification': ['IEEE Trans. Transport. Electrific.',
                                                                    'IEEE Trans. Transp. Electrific.'],
            'IEEE Transactions on Ultrasonics Engineering': ['IEEE Trans. Ultrason. Eng.'],
            'IEEE Transactions on Ultrasonics, Ferroelectrics, and Frequency Control': ['IEEE Trans. '
                                                                                        'Ultrason., '
                                                                                        'Ferroelectr., Freq. '
                                                                                        'Control'],
            'IEEE Transactions on Vehicular Communications': ['IEEE Trans. Veh. Commun.'],
            'IEEE Transactions on Vehicular Technology': ['IEEE Trans. Veh. Technol.'],
            'IEEE Transactions on Very Large Scale Integration (VLSI) Systems': ['IEEE Trans. Very Large '
                                                                                 'Scale Integr. (VLSI) Syst.',
                                                                                 'IEEE Trans. VLSI Syst.'],
            'IEEE Transactions on Very Large Scale Integration Systems': ['IEEE Trans. Very Large Scale '
                                                                          'Integr. (VLSI) Syst.',
                                                                          'IEEE Trans. VLSI Syst.'],
            'IEEE Transactions on Visualization and Computer Graphics': ['IEEE Trans. Vis. Comput. Graphics',
                                                                         'IEEE Trans. Vis. Comput. Graph.'],
            'IEEE Transactions on VLSI Systems': ['IEEE Trans. Very Large Scale Integr. (VLSI) Syst.',
                                                  'IEEE Trans. VLSI Syst.'],
            'IEEE Transactions on Wireless Communications': ['IEEE Trans. Wireless Commun.'],
            'IEEE Translation Journal on Magnetics in Japan': ['IEEE Transl. J. Magn. Jpn.',
                                                               'IEEE Transl. J. Magn. Japan'],
            'IEEE Vehicular Technology Magazine': ['IEEE Veh. Technol. Mag.'],
            'IEEE Wireless Communications': ['IEEE Wireless Commun.', 'IEEE Wireless Commun. Mag.'],
            'IEEE Wireless Communications Letters': ['IEEE Wireless Commun. Lett.'],
            'IEEE Women in Engineering Magazine': ['IEEE Women Eng. Mag.', 'IEEE Women Eng.'],
            'IEEE/ACM Transactions on Audio, Speech, and Language Processing': ['IEEE/ACM Trans. Audio, '
                                                                                'Speech, Language Process.',
                                                                                'IEEE/ACM Trans. Audio, '
                                                                                'Speech, Lang. Process.'],
            'IEEE/ACM Transactions on Computational Biology and Bioinformatics': ['IEEE/ACM Trans. Comput. '
                                                                                  'Biol. Bioinf.',
                                                                                  'IEEE/ACM Trans. Comput. '
                                                                                  'Biol. Bioinformatics',
                                                                                  'IEEE/ACM Trans. Comput. '
                                                                                  'Biol. Bioinform.'],
            'IEEE/ACM Transactions on Networking': ['IEEE/ACM Trans. Netw.'],
            'IEEE/ASME Journal of Microelectromechanical Systems': ['J. Microelectromech. Syst.'],
            'IEEE/ASME Transactions on Mechatronics': ['IEEE/ASME Trans. Mechatronics',
                                                       'IEEE/ASME Trans. Mechatron.'],
            'IEEE/CAA Journal of Automatica Sinica': ['IEEE/CAA J. Autom. Sinica',
                                                      'IEEE/CAA J. Automatica Sinica'],
            'IEEE/ECS Electrochemical and Solid-State Letters': ['Electrochem. Solid-State Lett.',
                                                                 'IEEE/ECS Electrochem. Solid-State Lett.'],
            'IEEE/Optica Journal of Lightwave Technology': ['J. Lightw. Technol.', 'J. Lightwave Technol.'],
            'IEEE/Optica Journal of Optical Communications and Networking': ['J. Opt. Commun. Netw.',
                                                                             'IEEE J. Opt. Commun. Netw.',
                                                                             'IEEE/OSA J. Opt. Commun. '
                                                                             'Netw.'],
            'IEEE/OSA Journal of Display Technology': ['J. Display Technol.', 'IEEE/OSA J. Display Technol.'],
            'IEEE/OSA Journal of Lightwave Technology': ['J. Lightw. Technol.'],
            'IEEE/OSA Journal of Optical Communications and Networking': ['J. Opt. Commun. Netw.',
                                                                          'IEEE J. Opt. Commun. Netw.',
                                                                          'IEEE/OSA J. Opt. Commun. Netw.'],
            'IEEE/TMS Journal of Electronic Materials': ['J. Electron. Mater.',
                                                         'IEEE/TMS J. Electron. Mater.'],
            'Bell System Technical Journal': ['Bell Syst. Tech. J.'],
            'Big Data Mining and Analytics': ['Big Data Mining Anal.', 'Big Data Mining Analytics'],
            'Canadian Journal of Electrical and Computer Engineering': ['Can. J. Elect. Comput. Eng.',
                                                                        'Canadian J. Elect. Comput. Eng.'],
            'CES Transactions on Electrical Machines and Systems': ['CES Trans. Elect. Mach. Syst.',
                                                                    'CES Trans. Electr. Mach. Syst.'],
            'China Communications': ['China Commun.'],
            'China Communications Magazine': ['China Commun.'],
            'Chinese Journal of Electrical Engineering': ['Chin. J. Elect. Eng.', 'Chin. J. Electr. Eng.'],
            'Chinese Journal of Electronics': ['Chin. J. Electron.'],
            'Complex System Modeling and Simulation': ['Complex Syst. Model. Simul.'],
            'Computer': ['Computer', 'IEEE Comput.', 'IEEE Computer'],
            'Computing in Science & Engineering': ['Comput. Sci. Eng.', 'IEEE Comput. Sci. Eng.'],
            'CPSS Transactions on Power Electronics and Applications': ['CPSS Trans. Power Electron. Appl.'],
            'CSEE Journal of Power and Energy Systems': ['CSEE J. Power Energy Syst.'],
            'IBM Journal of Research and Development': ['IBM J. Res. Dev.', 'IBM J. Res. Develop.'],
            'Integrated Circuits and Systems': ['Integr. Circuits Syst.'],
            'Intelligent and Converged Networks': ['Intell. Converged Netw.'],
            'IT Professional': ['IT Prof.', 'IEEE IT Prof.'],
            'Journal of Communications and Information Networks': ['J. Commun. Inf. Netw.'],
            'Journal of Communications and Networks': ['J. Commun. Netw.'],
            'Journal of Lightwave Technology': ['J. Lightw. Technol.', 'J. Lightwave Technol.'],
            'Journal of Microelectromechanical Systems': ['J. Microelectromech. Syst.',
                                                          'IEEE J. Microelectromech. Syst.'],
            'Journal of Modern Power Systems and Clean Energy': ['J. Mod. Power Syst. Clean Energy',
                                                                 'J. Modern Power Syst. Clean Energy'],
            'Journal of Optical Communications and Networking': ['J. Opt. Commun. Netw.',
                                                                 'IEEE J. Opt. Commun. Netw.',
                                                                 'IEEE/OSA J. Opt. Commun. Netw.'],
            'Journal of Systems Engineering and Electronics': ['J. Syst. Eng. Electron.'],
            'Proceedings of the IEEE': ['Proc. IEEE'],
            'Proceedings of the Institution of Electrical Engineers': ['Proc. Inst. Elect. Eng.'],
            'Proceedings of the IRE': ['Proc. IRE'],
            'Protection and Control of Modern Power Systems': ['Prot. Control Mod. Power Syst.'],
            'SAIEE Africa Research Journal': ['SAIEE Afr. Res. J.'],
            'SMPTE Motion Imaging Journal': ['SMPTE Mot. Imag. J.', 'SMPTE Motion Imag. J.'],
            "Today's Engineer": ["Today's Engineer"],
            'Transactions of the American Institute of Electrical Engineers': ['Trans. Amer. Inst. Elect. '
                                                                               'Eng.'],
            'Tsinghua Science and Technology': ['Tsinghua Sci. Technol.'],
            'IRE Transactions on Aeronautical and Navigational Electronics': ['IRE Trans. Aeronaut. Navig. '
                                                                              'Electron.'],
            'IRE Transactions on Aerospace and Navigational Electronics': ['IRE Trans. Aerosp. Navig. '
                                                                           'Electron.'],
            'IRE Transactions on Antennas and Propagation': ['IRE Trans. Antennas Propag.'],
            'IRE Transactions on Audio': ['IRE Trans. Audio'],
            'IRE Transactions on Automatic Control': ['IRE Trans. Autom. Control'],
            'IRE Transactions on Bio-Medical Electronics': ['IRE Trans. Bio-Med. Electron.'],
            'IRE Transactions on Broadcast and Television Receivers': ['IRE Trans. Broadcast. Telev. '
                                                                       'Receiv.'],
            'IRE Transactions on Broadcast Transmission Systems': ['IRE Trans. Broadcast Transmiss. Syst.'],
            'IRE Transactions on Broadcasting': ['IRE Trans. Broadcast.'],
            'IRE Transactions on Circuit Theory': ['IRE Trans. Circuit Theory'],
            'IRE Transactions on Communications Systems': ['IRE Trans. Commun. Syst.'],
            'IRE Transactions on Component Parts': ['IRE Trans. Compon. Parts'],
            'IRE Transactions on Electron Devices': ['IRE Trans. Electron Devices'],
            'IRE Transactions on Electronic Computers': ['IRE Trans. Electron. Comput.'],
            'IRE Transactions on Engineering Management': ['IRE Trans. Eng. Manag.'],
            'IRE Transactions on Human Factors in Electronics': ['IRE Trans. Hum. Factors Electron.'],
            'IRE Transactions on Industrial Electronics': ['IRE Trans. Ind. Electron.'],
            'IRE Transactions on Information Theory': ['IRE Trans. Inf. Theory'],
            'IRE Transactions on Instrumentation': ['IRE Trans. Instrum.'],
            'IRE Transactions on Medical Electronics': ['IRE Trans. Med. Electron.'],
            'IRE Transactions on Microwave Theory and Techniques': ['IRE Trans. Microw. Theory Techn.'],
            'IRE Transactions on Military Electronics': ['IRE Trans. Mil. Electron.'],
            'IRE Transactions on Nuclear Science': ['IRE Trans. Nucl. Sci.'],
            'IRE Transactions on Product Engineering and Production': ['IRE Trans. Prod. Eng. Prod.'],
            'IRE Transactions on Production Techniques': ['IRE Trans. Prod. Techn.'],
            'IRE Transactions on Radio Frequency Interference': ['IRE Trans. Radio Freq. Interference'],
            'IRE Transactions on Reliability and Quality Control': ['IRE Trans. Rel. Qual. Control'],
            'IRE Transactions on Space Electronics and Telemetry': ['IRE Trans. Space Electron. Telem.'],
            'IRE Transactions on Telemetry and Remote Control': ['IRE Trans. Telem. Remote Control'],
            'IRE Transactions on Ultrasonics Engineering': ['IRE Trans. Ultrason. Eng.'],
            'IRE Transactions on Vehicular Communications': ['IRE Trans. Veh. Commun.']},
 'same_words': {'Automat.': 'Autom.',
                'Manage.': 'Manag.',
                'Informat.': 'Inform.',
                'Computat.': 'Comput.',
                'Elect.': 'Electr.',
                'Lang.': 'Language',
                'Graph.': 'Graphics',
                'Secur.': 'Security',
                'Transport.': 'Transp.',
                'Affect.': 'Affective',
                'Sens.': 'Sensors',
                'Serv.': 'Services',
                'Techn.': 'Tech.'}}
