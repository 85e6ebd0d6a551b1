#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What `verify --out` leaves, in QGIS: qgis_layers.py FOLDER PICTURES_FOLDER.

Loads the GeoPackage's layers, the GeoJSON files with their styles and the project, finds looks, labels, dates and areas
as a user would, and draws pictures to look at.
"""
import glob
import os
import shutil
import sys
import tempfile

os.environ.setdefault('QT_QPA_PLATFORM', 'offscreen')
from osgeo import ogr
from qgis.core import (Qgis, QgsApplication, QgsDateTimeRange, QgsDistanceArea, QgsMapRendererParallelJob, QgsMapSettings,
                       QgsProject, QgsUnitTypes, QgsVectorLayer, QgsVectorLayerTemporalProperties)
from qgis.PyQt.QtCore import QDate, QDateTime, QSize, Qt, QTime, QVariant
from qgis.PyQt.QtGui import QColor

failures = 0
ogr.UseExceptions()


def check(good, what):
    global failures
    if not good:
        failures += 1
        print('FAILED:', what)


def opened(path, name):
    """A layer as the application adds it."""
    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = False
    layer = QgsVectorLayer(path, name, 'ogr', options)
    check(layer.isValid(), f'{name}: opens')
    layer.loadDefaultStyle()
    return layer


def check_looks(layer, name):
    """Symbols by kind, labels in km², and time, as the style says."""
    renderer = layer.renderer()
    check(renderer.type() == 'categorizedSymbol' and renderer.classAttribute() == 'kind', f'{name}: symbols by kind')
    categories = renderer.categories()  # kept: their symbols go with them
    kinds = {category.value(): category.symbol() for category in categories}
    check({'lost', 'gained', 'held', 'unchanged'} <= set(kinds), f'{name}: a symbol for each kind')
    patterns = [kinds[kind].symbolLayer(1).layerType() for kind in ('lost', 'gained')]
    check(patterns == ['LinePatternFill', 'PointPatternFill'], f'{name}: lost and gained differ without colour')
    check(layer.labelsEnabled(), f'{name}: labels are on')
    label = layer.labeling().settings().fieldName
    check('area_km2' in label and 'km²' in label, f'{name}: the labels are areas in km²')
    time = layer.temporalProperties()
    check(time.isActive(), f'{name}: time is on')
    check(time.mode() == QgsVectorLayerTemporalProperties.ModeFeatureDateTimeStartAndEndFromFields and
          (time.startField(), time.endField()) == ('start_date', 'end_date'), f'{name}: from start_date to end_date')


def check_features(layer, name, by_claim):
    """Typed attributes, and areas that QGIS finds as well."""
    fields = layer.fields()
    types = {field.name(): field.type() for field in fields}
    check(types.get('start_date') == QVariant.Date and types.get('end_date') == QVariant.Date, f'{name}: dates are dates')
    check(types.get('area_km2') == QVariant.Double, f'{name}: areas are numbers')
    ruler = QgsDistanceArea()
    ruler.setEllipsoid('WGS84')
    ruler.setSourceCrs(layer.crs(), QgsProject.instance().transformContext())
    check(layer.featureCount() > 0, f'{name}: has features')
    claims = set()
    for feature in layer.getFeatures():
        check(feature['start_date'] < feature['end_date'], f'{name}: a change ends after it starts')
        check(feature['unit'] == 'km2', f'{name}: the unit is told')
        check(len(feature['claim'].split('; ')) == len(feature['verdict'].split('; ')), f'{name}: a verdict a claim')
        claims.add(feature['claim'])
        measured = ruler.convertAreaMeasurement(ruler.measureArea(feature.geometry()), QgsUnitTypes.AreaSquareKilometers)
        # QGIS has edges run along geodesics: on the example's longest, that is two thousandths.
        check(abs(measured - feature['area_km2']) <= 3e-3 * feature['area_km2'] + 1e-6,
              f'{name}: {feature["area_km2"]} km², and {measured} by QGIS')
    check(not by_claim or len(claims) == 1, f'{name}: one claim')


def check_geopackage(path):
    package = ogr.Open(path)  # kept: its layers go with it
    tables = [package.GetLayer(i).GetName() for i in range(package.GetLayerCount())]
    tables.remove('layer_styles')
    check(len(tables) > 0, 'the GeoPackage has layers')
    for table in tables:
        layer = opened(f'{path}|layername={table}', table)
        check_looks(layer, table)
        check_features(layer, table, by_claim=True)
    return tables


def check_geojson(path, by_claim):
    name = os.path.basename(path)
    layer = opened(path, name)
    check_looks(layer, name)  # of the .qml beside it
    check_features(layer, name, by_claim)


def open_project(path):
    """The project, and what its canvas shows at first."""
    project = QgsProject.instance()
    canvas = QgsMapSettings()
    project.readProject.connect(lambda document: canvas.readXml(document.elementsByTagName('mapcanvas').at(0)))
    check(project.read(path), 'the project opens')
    return project, canvas


def draw(layers, canvas, picture, time=None):
    settings = QgsMapSettings()
    settings.setDestinationCrs(canvas.destinationCrs())
    settings.setExtent(canvas.extent())
    settings.setOutputSize(QSize(1000, 760))
    settings.setBackgroundColor(QColor(Qt.white))
    settings.setLayers(layers)
    if time:
        settings.setIsTemporal(True)
        settings.setTemporalRange(time)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    if picture:
        check(image.save(picture), f'{picture} is saved')
    return image


def coloured(image, is_colour):
    """The share of pixels of a colour."""
    pixels = [image.pixelColor(x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)]
    return sum(1 for pixel in pixels if is_colour(pixel)) / len(pixels)


def is_warm(pixel):
    return pixel.red() > pixel.blue() + 30


def is_ink(pixel):
    return pixel.lightness() < 250


def days(first, last):
    at = [QDateTime(QDate.fromString(day, Qt.ISODate), QTime(0, 0), Qt.UTC) for day in (first, last)]
    return QgsDateTimeRange(at[0], at[1])


def check_project(folder, tables, pictures):
    # Elsewhere, to see that its paths are relative.
    elsewhere = os.path.join(tempfile.mkdtemp(), 'elsewhere')
    shutil.copytree(folder, elsewhere)
    project, canvas = open_project(os.path.join(elsewhere, 'changes.qgs'))
    check(project.title() != '', 'the project has a title')
    check(project.areaUnits() == QgsUnitTypes.AreaSquareKilometers, 'the project measures in km²')
    check('laea' in project.crs().toProj(), 'the project is true to area')
    check(canvas.destinationCrs() == project.crs(), 'and the canvas as well')
    nodes = project.layerTreeRoot().findLayers()
    check([node.layerId() for node in nodes] == [f'areaclaim_{table}' for table in tables], 'the layers stand in the claims\' order')
    check([node.isVisible() for node in nodes] == [True] + [False] * (len(nodes) - 1), 'the first is shown')
    for node in nodes:
        layer = node.layer()
        if layer is None or not layer.isValid():
            check(False, f'{node.name()}: opens from the project')
            continue
        check(os.path.realpath(elsewhere) in os.path.realpath(layer.source()), f'{node.name()}: comes from beside it')
        check_looks(layer, node.name())
    time = project.timeSettings().temporalRange()
    check(time.begin().isValid() and time.begin() < time.end(), 'the project has a range of time')
    mode = project.readNumEntry('TemporalControllerWidget', '/NavigationMode')[0]
    check(mode == 2, 'the time navigation is on')
    for node in [node for node in nodes if node.layer()]:
        layer = node.layer()
        picture = os.path.join(pictures, f'qgis-{layer.id().removeprefix("areaclaim_")}.png')
        image = draw([layer], canvas, picture, time)
        check(coloured(image, is_warm) > 0.002, f'{node.name()}: what was lost is seen')
        before = draw([layer], canvas, None, days('1999-01-01', '1999-12-31'))
        check(coloured(before, is_ink) == 0, f'{node.name()}: and nothing in another year')
    shutil.rmtree(os.path.dirname(elsewhere))


def main():
    folder, pictures = sys.argv[1:3]
    os.makedirs(pictures, exist_ok=True)
    application = QgsApplication([], False)
    application.initQgis()
    print('QGIS', Qgis.QGIS_VERSION)
    tables = check_geopackage(os.path.join(folder, 'changes.gpkg'))
    check_geojson(os.path.join(folder, 'changes.geojson'), by_claim=False)
    collections = sorted(glob.glob(os.path.join(folder, 'changes', '*.geojson')))
    names = sorted(os.path.splitext(os.path.basename(path))[0] for path in collections)
    check(names == sorted(tables), 'a collection a claim')
    for path in collections:
        check_geojson(path, by_claim=True)
    check_project(folder, tables, pictures)
    QgsProject.instance().clear()
    application.exitQgis()
    print('QGIS opens what verify wrote' if failures == 0 else f'{failures} failures')
    sys.exit(failures > 0)


main()
